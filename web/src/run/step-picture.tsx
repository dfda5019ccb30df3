import type { PhoneCard } from '../../../src/server/contract/phones.ts';
import type { StepCard as Step } from '../../../src/server/contract/steps.ts';
import { type CableAct, CableDrawing, isCableAct } from '../drawings/cable-drawing.tsx';
import { modelOf, type PhoneModel } from '../drawings/model.ts';
import { PhoneDrawing } from '../drawings/phone-drawing.tsx';
import { WindowDrawing } from '../drawings/window-drawing.tsx';
import type { Wanted } from './story.ts';
import type { Turn } from './use-count-along.ts';

const UNKNOWN: PhoneModel = { face: 'island', connector: 'usb-c', size: 'regular' };

/** What the phone shows while it asks, when the server has no drawing for it. */
const ASKING = { passcode: 'keypad', unlock: 'keypad', trust: 'trust' } as const;

/** Where a step is done, on this very phone; what is held now is lit. */
export function StepPicture({
  wanted,
  step,
  phone,
  caption,
  turn,
}: {
  readonly wanted: Wanted;
  readonly step: Step | null;
  readonly phone: PhoneCard | undefined;
  readonly caption: string;
  readonly turn: Turn | undefined;
}) {
  const known = phone === undefined ? undefined : modelOf(phone);
  const model: PhoneModel =
    step === null
      ? (known ?? UNKNOWN)
      : { face: step.family, connector: step.connector, size: known?.size ?? 'regular' };
  const place = placeOf(wanted, step);
  if (place === 'window') return <WindowDrawing caption={caption} />;
  if (place !== 'phone') return <CableDrawing act={place} model={model} caption={caption} />;
  return (
    <PhoneDrawing
      forward
      model={model}
      scene={step?.drawing?.scene ?? (wanted.by === 'phone' ? ASKING[wanted.what] : 'plain')}
      marks={step?.drawing?.marks ?? []}
      caption={caption}
      now={turn === undefined ? undefined : { spots: turn.hold, part: turn.part }}
    />
  );
}

/** Where it is done: at the cable, in a window of this computer, or on the phone. */
export function placeOf(wanted: Wanted, step: Step | null): CableAct | 'window' | 'phone' {
  if (wanted.by === 'thaw' && isCableAct(wanted.step.step)) return wanted.step.step;
  const scene = step?.drawing?.scene;
  if (scene === 'computer') return 'connect';
  return scene === 'window' ? 'window' : 'phone';
}
