import { Broadcast } from './broadcast.ts';
import { faultSchema } from './fault-verbs.ts';
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
    this.#take(step);
    this.stepped.emit(step);
  }

  #take(step: OwnerStep): void {
    const phone = this.#phone;
    switch (step) {
      case 'enter-passcode':
        phone.unlock();
        this.#answer('passcode-prompt', 'accepted');
        break;
      case 'unlock':
        phone.unlock();
        this.#answer('unlock-after-boot', 'accepted');
        break;
      case 'lock':
        phone.lock();
        break;
      case 'tap-trust':
        this.#answer('trust-prompt', 'accepted');
        break;
      case 'tap-dont-trust':
        this.#answer('trust-prompt', 'refused');
        break;
      case 'cancel':
        if (this.prompts.includes('passcode-prompt')) this.#answer('passcode-prompt', 'refused');
        else if (phone.daemon.busy) phone.faults.set(faultSchema.parse({ do: 'cancel-on-phone' }));
        break;
      case 'plug-charger':
        phone.battery.charging = true;
        break;
      case 'leave-locked-charging':
        phone.battery.charging = true;
        if (phone.icloud) phone.icloud.online = true;
        phone.lock();
        break;
      case 'join-wifi':
        if (phone.icloud) phone.icloud.online = true;
        break;
      case 'back-up-to-icloud':
        phone.icloud?.beginNow();
        break;
      case 'force-restart':
        phone.restart();
        break;
      case 'enter-dfu':
        phone.boot.enter('dfu');
        break;
      case 'enter-recovery':
        phone.boot.enter('recovery');
        break;
      case 'delete-file':
        phone.faults.forget('bad-file');
        phone.faults.forget('crash-on-file');
        break;
      case 'finish-setup':
        phone.setupDone = true;
        break;
      case 'stop-icloud-restore':
        phone.backup.icloudRestoreRunning = false;
        break;
      case 'wake-phone':
        phone.wifi.wake();
        break;
      case 'nearer-to-router':
        phone.wifi.set('inRange', true);
        break;
      case 'replug':
      case 'other-cable':
      case 'other-port':
      case 'without-hub':
        phone.cable.unplug();
        phone.later(1, () => phone.cable.plug());
        break;
      // These end what a fault's `until` says they end; the phone has no part of its own in them.
      case 'free-space':
      case 'start-phone-service':
      case 'end-rival-service':
      case 'mend-driver':
      case 'give-phone-back':
      case 'install-update':
      case 'allow-folder':
      case 'keep-port-awake':
      case 'charge-computer':
      case 'fewer-files':
      case 'airplane-mode':
      case 'cool-down':
      case 'free-phone-space':
      case 'low-power-mode':
      case 'reconnect-disk':
      case 'security-software':
      case 'set-date':
      case 'stop-other-program':
      case 'delete-icloud-backups':
      case 'fresh-icloud-chain':
      case 'sign-in':
      case 'vpn-off':
      case 'other-network':
      case 'sign-in-portal':
      case 'allow-icloud':
      case 'nothing':
        break;
    }
  }

  #answer(kind: PromptKind, answer: PromptAnswer): void {
    for (const prompt of this.#prompts) if (prompt.kind === kind) prompt.answer(answer);
  }
}
