import { type Evidence, type EvidenceFacts, type EvidenceKind, isEvidenceOf } from '../kit/evidence.ts';

/** The evidence, asked by kind: what the words of a cause are built from. */
export class Seen {
  readonly #evidence: readonly Evidence[];

  /** In the order of time. */
  constructor(evidence: readonly Evidence[]) {
    this.#evidence = evidence;
  }

  all<Kind extends EvidenceKind>(
    kind: Kind,
    when: (facts: EvidenceFacts[Kind]) => boolean = () => true,
  ): readonly EvidenceFacts[Kind][] {
    return this.#evidence.flatMap((one) => (isEvidenceOf(one, kind) && when(one.facts) ? [one.facts] : []));
  }

  /** The newest of its kind. */
  last<Kind extends EvidenceKind>(
    kind: Kind,
    when?: (facts: EvidenceFacts[Kind]) => boolean,
  ): EvidenceFacts[Kind] | undefined {
    return this.all(kind, when).at(-1);
  }

  has<Kind extends EvidenceKind>(kind: Kind, when?: (facts: EvidenceFacts[Kind]) => boolean): boolean {
    return this.last(kind, when) !== undefined;
  }

  count(kind: EvidenceKind): number {
    return this.all(kind).length;
  }
}
