import type { PhoneModel } from './model.ts';

const TIPS: Readonly<
  Record<PhoneModel['connector'] | 'usb', { readonly width: number; readonly round: number }>
> = {
  lightning: { width: 7, round: 1 },
  'usb-c': { width: 11, round: 3 },
  usb: { width: 11, round: 1.5 },
};

/** A plug that points upwards with its tip at this point. One that moves slides out and in again. */
export function Plug({
  x,
  y,
  connector,
  moves,
}: {
  readonly x: number;
  readonly y: number;
  readonly connector: PhoneModel['connector'] | 'usb';
  readonly moves: boolean;
}) {
  const { width, round } = TIPS[connector];
  return (
    <g className={moves ? 'plug moves' : 'plug'}>
      <rect className="plug-tip" x={x - width / 2} y={y - 2} width={width} height={10} rx={round} />
      <rect className="plug-body" x={x - 8} y={y + 6} width={16} height={19} rx={4} />
      <rect className="plug-neck" x={x - 3} y={y + 24} width={6} height={11} rx={2} />
    </g>
  );
}
