import type { PhoneModel } from './model.ts';
import type { DrawnMark } from './phone-drawing.tsx';
import { placeOf } from './spots.ts';

const RADIUS = 16;
const RING = RADIUS + 6;
const ROUND = 2 * Math.PI * RING;

/** The numbers of a spot beside the phone with a line to it; what is held has a ring, which fills while it is counted. */
export function SpotMark({
  spot,
  marks,
  model,
  part,
}: {
  readonly spot: string;
  readonly marks: readonly DrawnMark[];
  readonly model: PhoneModel;
  readonly part: number | undefined;
}) {
  const place = placeOf(spot, model);
  if (place === undefined) return undefined;
  const [x, y] = place.label;
  const [atX, atY] = place.at;
  const held = marks.some(({ hold }) => hold);
  return (
    <g className={part === undefined ? 'spot' : 'spot now'}>
      <path className="spot-line" d={`M${x} ${y}L${atX} ${atY}`} />
      <circle className="spot-wave" cx={atX} cy={atY} r={11} />
      <circle className="spot-touch" cx={atX} cy={atY} r={5.5} />
      {held ? <circle className="spot-hold" cx={x} cy={y} r={RING} /> : undefined}
      {part === undefined ? undefined : (
        <circle
          className="spot-ring"
          cx={x}
          cy={y}
          r={RING}
          strokeDasharray={`${ROUND * Math.min(1, part)} ${ROUND}`}
          transform={`rotate(-90 ${x} ${y})`}
        />
      )}
      <NumberedDisc x={x} y={y} number={marks.map(({ number }) => number).join('·')} />
    </g>
  );
}

/** The number of what to do, as it stands before the words as well. */
export function NumberedDisc({
  x,
  y,
  number,
}: {
  readonly x: number;
  readonly y: number;
  readonly number: string;
}) {
  return (
    <>
      <circle className="spot-disc" cx={x} cy={y} r={RADIUS} />
      <text className="spot-number" x={x} y={y + 5.5} textAnchor="middle">
        {number}
      </text>
    </>
  );
}
