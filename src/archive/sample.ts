/** Parts of a backup by the first four hex digits of its files' ids, which spread evenly: `from` ≤ digits < `to`. */
export type Slices = readonly { readonly from: number; readonly to: number }[];

/** Ids are cut into this many parts. */
const PARTS = 0x1_0000;

export const EVERYTHING: Slices = [{ from: 0, to: PARTS }];

/**
 * The slices that a check of a share (0…1) covers when it starts at `position`, and where the next one starts: run
 * after run goes on around the circle, so that everything is covered in turn.
 */
export function sliceFrom(
  position: number,
  share: number,
): { readonly slices: Slices; readonly next: number } {
  const start = Number.isFinite(position) ? Math.abs(Math.trunc(position)) % PARTS : 0;
  const length = Math.min(PARTS, Math.max(1, Math.ceil(share * PARTS)));
  const end = start + length;
  if (end <= PARTS) return { slices: [{ from: start, to: end }], next: end % PARTS };
  return {
    slices: [
      { from: start, to: PARTS },
      { from: 0, to: end - PARTS },
    ],
    next: end - PARTS,
  };
}

export function isInSlices(slices: Slices, fileId: string): boolean {
  const part = Number.parseInt(fileId.slice(0, 4), 16);
  return slices.some(({ from, to }) => part >= from && part < to);
}

/** The ids of a slice in the order of text: from the first on, up to but without the second. */
export function idsOf({ from, to }: Slices[number]): { readonly first: string; readonly end: string } {
  const digits = (part: number): string => (part >= PARTS ? 'g' : part.toString(16).padStart(4, '0'));
  return { first: digits(from), end: digits(to) };
}
