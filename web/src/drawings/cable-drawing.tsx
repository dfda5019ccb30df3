import './drawings.css';
import type { ReactNode } from 'react';
import { LAPTOP, Laptop, MIDDLE_PORT } from './laptop.tsx';
import { bodyOf, CANVAS, type PhoneModel } from './model.ts';
import { PhoneBody, PhoneFace } from './phone-body.tsx';
import { Plug } from './plug.tsx';
import { Scene } from './scene.tsx';
import { NumberedDisc } from './spot-mark.tsx';

/** What a hand does with the cable. */
export type CableAct = 'connect' | 'other-port' | 'other-cable' | 'replug' | 'charge' | 'without-hub';

const ACTS: readonly string[] = [
  'connect',
  'other-port',
  'other-cable',
  'replug',
  'charge',
  'without-hub',
] satisfies readonly CableAct[];

export function isCableAct(step: string): step is CableAct {
  return ACTS.includes(step);
}

/** The phone is drawn smaller here; its connector stands at these points. */
const SCALE = 0.56;
const PHONE = { x: 62, foot: 158 } as const;
const [OLD_PORT, , OTHER_PORT] = LAPTOP.ports;

/** Phone, cable and computer: where the plug is pulled, and where it goes. */
export function CableDrawing({
  act,
  model,
  caption,
}: {
  readonly act: CableAct;
  readonly model: PhoneModel;
  readonly caption: string;
}) {
  const foot = bodyOf(model).y + bodyOf(model).height;
  const to = act === 'other-port' ? OTHER_PORT : MIDDLE_PORT;
  return (
    <svg className={`cable-drawing act-${act}`} viewBox="0 0 340 248" role="img" aria-label={caption}>
      <ellipse className="cable-ground" cx={170} cy={226} rx={150} ry={14} />
      <g
        transform={`translate(${PHONE.x - (CANVAS.width / 2) * SCALE} ${PHONE.foot - foot * SCALE}) scale(${SCALE})`}
      >
        <PhoneBody model={model} lit={[]} />
        <Scene name={act === 'charge' ? 'battery' : 'plain'} model={model} />
        <PhoneFace model={model} lit={[]} />
      </g>
      <Laptop wanted={to} />
      {GHOSTS[act]?.()}
      <path className="cable-line" d={cableTo(to)} />
      <Plug x={PHONE.x} y={PHONE.foot} connector={model.connector} moves={act === 'replug'} />
      <Plug x={to} y={LAPTOP.foot - 6} connector="usb" moves />
      {DISCS[act]?.()}
    </svg>
  );
}

function cableTo(port: number): string {
  return `M${PHONE.x} 186C${PHONE.x} 246 ${port} 246 ${port} 172`;
}

/** What is left behind. */
const GHOSTS: Partial<Readonly<Record<CableAct, () => ReactNode>>> = {
  'other-port': () => <path className="cable-ghost" d={cableTo(OLD_PORT)} />,
  'other-cable': () => <path className="cable-ghost" d={`M${PHONE.x} 186c0 28 36 40 64 24s22-44 50-40`} />,
  'without-hub': () => (
    <>
      <path className="cable-ghost" d={`M${PHONE.x} 186q4 20 52 20M164 206q42 0 42-34`} />
      <rect className="cable-hub" x={112} y={194} width={54} height={24} rx={6} />
      <path className="cable-cross" d="M124 196l30 20M154 196l-30 20" />
    </>
  ),
};

/** The numbers of the steps, where each is done. */
const DISCS: Partial<Readonly<Record<CableAct, () => ReactNode>>> = {
  replug: () => (
    <>
      <NumberedDisc x={PHONE.x - 32} y={190} number="1·3" />
      <NumberedDisc x={MIDDLE_PORT + 32} y={176} number="1·3" />
    </>
  ),
  'other-port': () => (
    <>
      <NumberedDisc x={OLD_PORT - 24} y={180} number="1" />
      <NumberedDisc x={OTHER_PORT + 30} y={178} number="2" />
    </>
  ),
  'other-cable': () => (
    <>
      <NumberedDisc x={154} y={232} number="1" />
      <NumberedDisc x={MIDDLE_PORT + 32} y={176} number="2" />
    </>
  ),
  'without-hub': () => (
    <>
      <NumberedDisc x={139} y={174} number="1" />
      <NumberedDisc x={MIDDLE_PORT + 32} y={176} number="2" />
    </>
  ),
};
