import type { PhoneModel } from './model.ts';
import type { DrawnMark } from './phone-drawing.tsx';
import { placeOf } from './spots.ts';

const RADIUS = 15;
const ROUND = 2 * Math.PI * (RADIUS + 5);

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
  return (
    <g className={part === undefined ? 'spot' : 'spot now'}>
      <path className="spot-line" d={`M${x} ${y}L${place.at[0]} ${place.at[1]}`} />
      <circle className="spot-touch" cx={place.at[0]} cy={place.at[1]} r={6} />
      <circle className="spot-disc" cx={x} cy={y} r={RADIUS} />
      <text className="spot-number" x={x} y={y + 5.5} textAnchor="middle">
        {marks.map(({ number }) => number).join('·')}
      </text>
      {marks.some(({ hold }) => hold) ? (
        <circle className="spot-hold" cx={x} cy={y} r={RADIUS + 5} />
      ) : undefined}
      {part === undefined ? undefined : (
        <circle
          className="spot-ring"
          cx={x}
          cy={y}
          r={RADIUS + 5}
          strokeDasharray={`${ROUND * Math.min(1, part)} ${ROUND}`}
          transform={`rotate(-90 ${x} ${y})`}
        />
      )}
    </g>
  );
}
