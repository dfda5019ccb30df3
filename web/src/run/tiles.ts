/** A part of an area, in hundredths of its width and height. */
export interface Tile {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WHOLE: Tile = { x: 0, y: 0, width: 100, height: 100 };

/**
 * Divides an area so that each weight gets its share of it, in the order of the weights, which is best the largest first.
 * `aspect`: how many times wider than high the area is shown, so that the tiles come out as square as can be.
 */
export function tilesOf(weights: readonly number[], aspect: number, area: Tile = WHOLE): readonly Tile[] {
  if (weights.length < 2) return weights.map(() => area);
  const total = sum(weights);
  const cut = halfOf(weights, total);
  const share = total === 0 ? 0.5 : sum(weights.slice(0, cut)) / total;
  const [one, other] = split(area, share, area.width * aspect >= area.height);
  return [...tilesOf(weights.slice(0, cut), aspect, one), ...tilesOf(weights.slice(cut), aspect, other)];
}

/** How many of the first weights come nearest to half of all. */
function halfOf(weights: readonly number[], total: number): number {
  const off = (cut: number): number => Math.abs(sum(weights.slice(0, cut)) - total / 2);
  const cuts = weights.slice(1).map((_, index) => index + 1);
  return cuts.reduce((best, cut) => (off(cut) < off(best) ? cut : best), 1);
}

function split({ x, y, width, height }: Tile, share: number, upright: boolean): readonly [Tile, Tile] {
  return upright
    ? [
        { x, y, width: width * share, height },
        { x: x + width * share, y, width: width * (1 - share), height },
      ]
    : [
        { x, y, width, height: height * share },
        { x, y: y + height * share, width, height: height * (1 - share) },
      ];
}

function sum(weights: readonly number[]): number {
  return weights.reduce((all, weight) => all + weight, 0);
}
