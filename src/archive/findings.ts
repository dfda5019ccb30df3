import type { Finding } from './finding.ts';

/** When a disk dies, everything is a finding; nobody reads more of one kind, and memory must stay flat. */
const MAX_KEPT = 5_000;

/** Gathers findings: all are counted, the first of each kind kept. */
export class Findings {
  readonly #kept: Finding[] = [];
  readonly #counts = new Map<Finding['kind'], number>();

  add(finding: Finding): void {
    const before = this.#counts.get(finding.kind) ?? 0;
    this.#counts.set(finding.kind, before + 1);
    if (before < MAX_KEPT) this.#kept.push(finding);
  }

  get kept(): readonly Finding[] {
    return this.#kept;
  }

  /** How many of each kind there are, kept or not. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }
}
