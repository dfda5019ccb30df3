import type { ReactNode } from 'react';
import { type PhoneModel, screenOf } from './model.ts';

/** What the screen shows, drawn around its middle in a field of 100 × 160. */
const SCENES: Readonly<Record<string, () => ReactNode>> = {
  plain: () => undefined,
  ready: () => (
    <>
      <circle className="scene-glow" cx={0} cy={-6} r={24} />
      <path className="scene-line" d="M0 -26c9 11 14 18 14 26a14 14 0 0 1-28 0c0-8 5-15 14-26Z" />
    </>
  ),
  saving: () => (
    <>
      <path className="scene-line" d="M0 -30v36M-13 -7L0 6l13-13" />
      <path className="scene-line" d="M-24 16v10q0 4 4 4h40q4 0 4-4v-10" />
    </>
  ),
  safe: () => (
    <>
      <circle className="scene-fill" cx={0} cy={0} r={26} />
      <path className="scene-check" d="M-11 0l8 9 14-17" />
    </>
  ),
  keypad: () => (
    <>
      {[-10, 0, 10].map((x) => (
        <circle key={x} className="scene-dot" cx={x} cy={-52} r={2.6} />
      ))}
      {[0, 1, 2].flatMap((row) =>
        [-1, 0, 1].map((column) => (
          <circle
            key={`${row} ${column}`}
            className="scene-key"
            cx={column * 25}
            cy={-24 + row * 25}
            r={9.5}
          />
        )),
      )}
      <circle className="scene-key" cx={0} cy={51} r={9.5} />
    </>
  ),
  trust: () => (
    <>
      <rect className="scene-sheet" x={-40} y={-34} width={80} height={66} rx={11} />
      <path className="scene-soft" d="M-24 -17h48M-28 -6h56M-18 3h36" />
      <path className="scene-thin" d="M-40 14h80M0 14v18" />
      <rect className="scene-fill" x={4} y={18} width={32} height={10} rx={5} />
    </>
  ),
  lock: () => (
    <>
      <rect className="scene-fill" x={-17} y={-8} width={34} height={27} rx={6} />
      <path className="scene-line" d="M-10.5 -8v-9a10.5 10.5 0 0 1 21 0v9" />
    </>
  ),
  battery: () => (
    <>
      <rect className="scene-line" x={-26} y={-14} width={48} height={28} rx={7} />
      <path className="scene-line" d="M27 -4v8" />
      <rect className="scene-low" x={-21} y={-9} width={11} height={18} rx={3} />
      <path className="scene-bolt" d="M5 -11l-9 13h7l-3 10 10-14h-7z" />
    </>
  ),
  logo: () => (
    <>
      <circle className="scene-fill" cx={0} cy={2} r={17} />
      <path className="scene-line" d="M0 -19q2-8 9-10" />
    </>
  ),
  airplane: () => (
    <path
      className="scene-fill"
      d="M0 -34q4 0 4 8v12l28 18v7l-28-9v15l8 7v5l-12-4-12 4v-5l8-7v-15l-28 9v-7l28-18v-12q0-8 4-8Z"
    />
  ),
  storage: () => (
    <>
      <rect className="scene-line" x={-36} y={-12} width={72} height={22} rx={7} />
      <rect className="scene-low" x={-31} y={-7} width={56} height={12} rx={4} />
      <path className="scene-soft" d="M-30 26h40M-30 37h28" />
    </>
  ),
  snow: () => (
    <path className="scene-line" d="M0 -30v60M-26 -15l52 30M26 -15l-52 30M-8 -26l8 7 8-7M-8 26l8-7 8 7" />
  ),
  gear: () => (
    <>
      <circle className="scene-line" cx={0} cy={0} r={10} />
      <circle className="scene-teeth" cx={0} cy={0} r={22} />
    </>
  ),
  dark: () => undefined,
  computer: () => (
    <>
      <rect className="scene-line" x={-24} y={-46} width={48} height={32} rx={4} />
      <path className="scene-line" d="M-32 -8h64M0 46v-34M-8 20l8-9 8 9" />
    </>
  ),
};

export function Scene({ name, model }: { readonly name: string; readonly model: PhoneModel }) {
  const screen = screenOf(model);
  const draw = SCENES[name] ?? SCENES['plain'];
  return (
    <>
      <rect
        className={name === 'dark' ? 'scene-dark' : 'scene-paper'}
        x={screen.x + 3}
        y={screen.y + 3}
        width={screen.width - 6}
        height={screen.height - 6}
        rx={model.face === 'home-button' ? 1 : 18}
      />
      <g transform={`translate(${screen.x + screen.width / 2} ${screen.y + screen.height / 2 + 4})`}>
        {draw?.()}
      </g>
    </>
  );
}
