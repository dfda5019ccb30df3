import './drawings.css';
import { CANVAS, type PhoneModel } from './model.ts';
import { PhoneBody, PhoneFace } from './phone-body.tsx';
import { Scene } from './scene.tsx';
import { SpotMark } from './spot-mark.tsx';

export interface DrawnMark {
  readonly spot: string;
  readonly number: number;
  readonly hold: boolean;
}

/**
 * A phone of this model, from the front. `scene` is what its screen shows; each mark lights a button or a place to touch. With
 * a caption it is a picture for everyone, without one a decoration that voices skip. `now`: what the fingers hold at this
 * moment, and how much of that time is over (0…1).
 */
export function PhoneDrawing({
  model,
  scene = 'plain',
  marks = [],
  caption,
  forward = false,
  now,
}: {
  readonly model: PhoneModel;
  readonly scene?: string;
  readonly marks?: readonly DrawnMark[];
  readonly caption?: string;
  readonly forward?: boolean;
  readonly now?: { readonly spots: readonly string[]; readonly part: number } | undefined;
}) {
  const lit = [...new Set(marks.map(({ spot }) => spot))];
  return (
    <svg
      className={forward ? 'phone-drawing forward' : 'phone-drawing'}
      viewBox={marks.length > 0 ? `0 22 ${CANVAS.width} ${CANVAS.height - 36}` : `66 18 148 292`}
      role={caption === undefined ? undefined : 'img'}
      aria-label={caption}
      aria-hidden={caption === undefined ? true : undefined}
    >
      <PhoneBody model={model} lit={lit} />
      <Scene name={scene} model={model} />
      <PhoneFace model={model} lit={lit} />
      {lit.map((spot) => (
        <SpotMark
          key={spot}
          spot={spot}
          marks={marks.filter((mark) => mark.spot === spot)}
          model={model}
          part={now?.spots.includes(spot) ? now.part : undefined}
        />
      ))}
    </svg>
  );
}
