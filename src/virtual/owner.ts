import { Broadcast } from './broadcast.ts';
import { ownerActs } from './owner-acts.ts';
import type { OwnerStep, PromptAnswer, PromptKind } from './owner-steps.ts';
import type { VirtualPhone } from './phone.ts';
import type { OwnerRule } from './scenario.ts';

/** What a willing person does when the scenario says nothing about it. */
const WILLING: readonly OwnerRule[] = [
  { when: 'passcode-prompt', after: 1, do: 'enter-passcode' },
  { when: 'trust-prompt', after: 1, do: 'tap-trust' },
  { when: 'unlock-after-boot', after: 1, do: 'unlock' },
];

interface Prompt {
  readonly kind: PromptKind;
  readonly answer: (answer: PromptAnswer) => void;
}

/** The person with the phone in hand. */
export class Owner {
  /** Told after each step the person took. */
  readonly stepped = new Broadcast<OwnerStep>();
  readonly #phone: VirtualPhone;
  readonly #rules: readonly OwnerRule[];
  readonly #prompts = new Set<Prompt>();

  constructor(phone: VirtualPhone, rules: readonly OwnerRule[]) {
    this.#phone = phone;
    const named = new Set(rules.map((rule) => rule.when));
    this.#rules = [...rules, ...WILLING.filter((rule) => !named.has(rule.when))];
  }

  /** What the phone shows at the moment and waits for. */
  get prompts(): readonly PromptKind[] {
    return [...this.#prompts].map((prompt) => prompt.kind);
  }

  /** Shows a prompt and waits for what the person does about it; rejects when `signal` takes it off the screen. */
  async prompt(kind: PromptKind, signal: AbortSignal): Promise<PromptAnswer> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<PromptAnswer>();
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const prompt: Prompt = { kind, answer: resolve };
    this.#prompts.add(prompt);
    try {
      this.react(kind);
      return await promise;
    } finally {
      signal.removeEventListener('abort', onAbort);
      this.#prompts.delete(prompt);
    }
  }

  /** Something happened that the person may react to: a prompt, or Thaw asking for a step (`asked:unlock`). */
  react(occasion: string): void {
    for (const rule of this.#rules) {
      if (rule.when !== occasion) continue;
      this.#phone.later(rule.after, () => this.act(rule.do));
    }
  }

  /** The person takes a step. */
  act(step: OwnerStep): void {
    const answer = this.#answer.bind(this);
    ownerActs[step]?.({ phone: this.#phone, prompts: this.prompts, answer });
    this.stepped.emit(step);
  }

  #answer(kind: PromptKind, answer: PromptAnswer): void {
    for (const prompt of this.#prompts) if (prompt.kind === kind) prompt.answer(answer);
  }
}
