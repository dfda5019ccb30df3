import type { Clock } from '../../kit/clock.ts';
import type { Evidence } from '../../kit/evidence.ts';
import type { Emit } from '../../kit/run-event.ts';
import type { Found } from '../../rescue/senses/sense.ts';

/** Evidence of the phone’s own backup to iCloud, before it gets its time. */
export type CloudFound = Extract<Found, { readonly kind: `cloud.${string}` }>;

/** The same fact again within this time says nothing new. */
const SAME_MS = 30_000;
/** A watch of days keeps what is newest. */
const MAX_KEPT = 300;

/** Kinds that say something about a backup to iCloud; others are about backups to this computer. */
const TELLING =
  /^(?:cloud|apple|net)\.|^phone\.(?:low-power-changed|before-first-unlock|updating)$|^remedy\.tried$/;
const HELPERS = new Set(['backupd', 'cloudd']);

/** What was seen of an iCloud backup, each fact told once. */
export class CloudEvidence {
  readonly #clock: Clock;
  readonly #emit: Emit;
  readonly #all: Evidence[] = [];
  readonly #toldAt = new Map<string, number>();

  constructor(clock: Clock, emit: Emit) {
    this.#clock = clock;
    this.#emit = emit;
  }

  /** What a cause is to be named from. */
  get telling(): readonly Evidence[] {
    return this.#all;
  }

  /** The app whose file was the matter last. */
  get app(): string | undefined {
    const failed = this.#all.findLast((one) => one.kind === 'cloud.failed' && one.facts.app !== undefined);
    return failed?.kind === 'cloud.failed' ? failed.facts.app : undefined;
  }

  /** True when it is news. */
  prove(found: CloudFound): boolean {
    const key = `${found.kind} ${JSON.stringify({ ...found.facts, line: '' })}`;
    const last = this.#toldAt.get(key);
    if (last !== undefined && this.#clock.ticks() - last < SAME_MS) return false;
    this.#toldAt.set(key, this.#clock.ticks());
    const evidence: Evidence = { ...found, at: this.#clock.now().toISOString() };
    this.#emit({ type: 'evidence.found', evidence });
    this.add(evidence);
    return true;
  }

  /** Evidence of the senses; false when it says nothing about iCloud. */
  perceive(evidence: Evidence): boolean {
    if (evidence.kind === 'crash.report' && HELPERS.has(evidence.facts.process)) {
      const { process, what } = evidence.facts;
      return this.prove({ kind: 'cloud.helper-ended', source: 'crash-report', facts: { process, what } });
    }
    if (!TELLING.test(evidence.kind)) return false;
    this.#emit({ type: 'evidence.found', evidence });
    this.add(evidence);
    return true;
  }

  add(evidence: Evidence): void {
    this.#all.push(evidence);
    if (this.#all.length > MAX_KEPT) this.#all.shift();
  }
}
