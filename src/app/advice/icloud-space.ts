import { sizeInWords } from '../../kit/amounts.ts';

/** How full the person's iCloud is, as they read it off the phone. */
export interface IcloudSpace {
  readonly usedBytes: number;
  readonly totalBytes: number;
}

/** Either the figures, or what is odd about them, in words for who typed them. */
export type ReadSpace = { readonly space: IcloudSpace } | { readonly odd: string };

const GB = 1e9;
/** What Apple gives and sells; a family’s may be the sum of two. */
const PLANS = [5, 50, 200, 2000, 6000, 12_000].map((size) => size * GB);
const UNITS: Readonly<Record<string, number>> = { KB: 1e3, MB: 1e6, GB, TB: 1e12 };
const FIGURE = /(\d{1,6}(?:[.,]\d{1,3})?)\s*([KMGT]B)?/gi;

/**
 * Reads what a person copies from the bar in Settings › name › iCloud: `48.2 GB of 50 GB used`, in any language, and checks
 * it for sense: two figures, the first not above the second, the second a size that Apple gives or sells.
 */
export function readIcloudSpace(text: string): ReadSpace {
  const figures = [...text.matchAll(FIGURE)];
  const [used, total] = figures;
  if (!used || !total || figures.length > 2)
    return { odd: 'Two figures are needed, as “48.2 GB of 50 GB”: how much is used, and how much there is.' };
  const unit = total[2]?.toUpperCase() ?? 'GB';
  const usedBytes = bytesOf(used[1], used[2]?.toUpperCase() ?? unit);
  const totalBytes = bytesOf(total[1], unit);
  if (usedBytes > totalBytes)
    return {
      odd: `${sizeInWords(usedBytes)} used of ${sizeInWords(totalBytes)} cannot be. The first figure is what is used, the second what there is.`,
    };
  if (!isSold(totalBytes))
    return {
      odd: `Apple gives 5 GB and sells 50 GB, 200 GB, 2 TB, 6 TB and 12 TB; ${sizeInWords(totalBytes)} is none of these. Please look again: it is the second figure of the bar.`,
    };
  return { space: { usedBytes, totalBytes } };
}

function bytesOf(number: string | undefined, unit: string): number {
  return Number((number ?? '').replace(',', '.')) * (UNITS[unit] ?? GB);
}

function isSold(bytes: number): boolean {
  const sums = PLANS.flatMap((one) => [one, ...PLANS.map((other) => one + other)]);
  return sums.some((size) => Math.abs(size - bytes) <= size * 0.001);
}
