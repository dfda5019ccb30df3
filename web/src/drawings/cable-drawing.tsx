import './drawings.css';
import type { PhoneModel } from './model.ts';

/** What a hand does with the cable. */
export type CableAct = 'connect' | 'other-port' | 'other-cable' | 'replug' | 'charge';

export function isCableAct(step: string): step is CableAct {
  return (
    step === 'connect' ||
    step === 'other-port' ||
    step === 'other-cable' ||
    step === 'replug' ||
    step === 'charge'
  );
}

const PORTS = [118, 142, 166];

/** Phone, cable and computer from the side: where the plug is pulled, and where it goes. */
export function CableDrawing({
  act,
  model,
  caption,
}: {
  readonly act: CableAct;
  readonly model: PhoneModel;
  readonly caption: string;
}) {
  const plug = model.connector === 'usb-c' ? 13 : 9;
  const wanted = act === 'other-port' ? 166 : 142;
  return (
    <svg className="phone-drawing" viewBox="0 0 340 230" role="img" aria-label={caption}>
      <rect className="phone-case" x={22} y={42} width={62} height={128} rx={14} />
      <rect className="scene-paper" x={28} y={48} width={50} height={116} rx={9} />
      <rect className="cable-plug" x={53 - plug / 2} y={172} width={plug} height={13} rx={2} />
      <path className="cable-line" d="M53 186c0 34 60 30 88 8s28-52 62-52h10" />
      <path className="cable-computer" d="M232 76h94v112h-94q-6 0-6-6v-100q0-6 6-6Z" />
      <path className="scene-soft" d="M250 98h58M250 110h36" />
      {PORTS.map((y) => (
        <rect
          key={y}
          className={y === wanted ? 'cable-port wanted' : 'cable-port'}
          x={226}
          y={y - 6}
          width={9}
          height={12}
          rx={2}
        />
      ))}
      <rect className="cable-plug" x={207} y={136} width={16} height={12} rx={2} />
      {act === 'connect' || act === 'charge' ? undefined : <Hand act={act} />}
    </svg>
  );
}

/** Where the hand pulls first, and where it goes then. */
function Hand({ act }: { readonly act: Exclude<CableAct, 'connect' | 'charge'> }) {
  return (
    <>
      <NumberedSpot x={186} y={104} number={1} />
      <path
        className="cable-way"
        d={act === 'other-port' ? 'M214 154q-14 14 8 12' : 'M200 128q-18-20-34 0'}
      />
      {act === 'other-port' ? <NumberedSpot x={190} y={188} number={2} /> : undefined}
      {act === 'other-cable' ? <path className="cable-way" d="M66 200c14 22 78 26 116 4" /> : undefined}
    </>
  );
}

function NumberedSpot({ x, y, number }: { readonly x: number; readonly y: number; readonly number: number }) {
  return (
    <>
      <circle className="spot-disc" cx={x} cy={y} r={14} />
      <text className="cable-number" x={x} y={y + 5.5} textAnchor="middle">
        {number}
      </text>
    </>
  );
}
