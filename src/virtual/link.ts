import { Broadcast } from './broadcast.ts';

interface Conversation {
  readonly service: string;
  readonly cut: AbortController;
}

/** The link is gone: cable out, out of range, phone off, or the program behind it dead. */
export class LinkCut extends Error {
  override readonly name = 'LinkCut';
}

/** A way from the phone to the computer, there while all its conditions are met, and every connection over it. */
export class Link<Condition extends string> {
  /** Told after the phone appeared to or vanished from the computer on this way. */
  readonly changed = new Broadcast<boolean>();
  /** What the link carries at most, each way; undefined: as fast as it goes. */
  bytesPerSecond: number | undefined;
  /** Set before the first connection when `bytesPerSecond` may ever be: pacing has its price. */
  mayBeSlow = false;
  readonly #conditions: Record<Condition, boolean>;
  readonly #conversations = new Set<Conversation>();

  constructor(conditions: Record<Condition, boolean>) {
    this.#conditions = conditions;
  }

  /** True while the computer sees the phone on this way. */
  get connected(): boolean {
    return Object.values(this.#conditions).every((met) => met);
  }

  isMet(condition: Condition): boolean {
    return this.#conditions[condition];
  }

  /** Says whether one of its conditions is met now. */
  set(condition: Condition, met: boolean): void {
    const before = this.connected;
    this.#conditions[condition] = met;
    if (this.connected === before) return;
    if (!this.connected) this.cut();
    this.changed.emit(this.connected);
  }

  /** Enters one connection to a service; its signal aborts when the link is cut. Dispose it when it has ended. */
  carry(service: string): Disposable & { readonly signal: AbortSignal } {
    const conversation: Conversation = { service, cut: new AbortController() };
    this.#conversations.add(conversation);
    return {
      signal: conversation.cut.signal,
      [Symbol.dispose]: () => this.#conversations.delete(conversation),
    };
  }

  /** True while a computer is connected to the service. */
  carries(service: string): boolean {
    return [...this.#conversations].some((conversation) => conversation.service === service);
  }

  /** Cuts the connections to one service, or all. */
  cut(service?: string): void {
    for (const conversation of [...this.#conversations]) {
      if (service !== undefined && conversation.service !== service) continue;
      this.#conversations.delete(conversation);
      conversation.cut.abort(new LinkCut(`the connection to ${conversation.service} was cut`));
    }
  }
}
