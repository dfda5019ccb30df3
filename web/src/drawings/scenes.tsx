import type { ReactNode } from 'react';
import type { Scene } from '../../../src/guide/drawings/drawing-plan.ts';

/** What a phone's screen may show: all that guided steps name and that is no computer's, and what the page shows of a run. */
type OnScreen =
  | Exclude<Scene, 'hub' | 'window'>
  | 'ready'
  | 'saving'
  | 'counting'
  | 'broken'
  | 'mending'
  | 'safe'
  | 'dark';

const COLUMNS = [-1, 0, 1];

/** Drawn around the middle of the screen in a field of 100 × 160. */
const DRAWN: Readonly<Record<OnScreen, () => ReactNode>> = {
  plain: () => (
    <>
      {[-2, -1, 0, 1].flatMap((row) =>
        COLUMNS.map((column) => (
          <rect
            key={`${row} ${column}`}
            className="scene-tile"
            x={column * 27 - 9}
            y={row * 27 - 8}
            width={18}
            height={18}
            rx={5}
          />
        )),
      )}
      <rect className="scene-tile" x={-38} y={58} width={76} height={22} rx={8} />
    </>
  ),
  ready: () => (
    <>
      <circle className="scene-glow" cx={0} cy={-4} r={30} />
      <path className="scene-line" d="M0 -27c10 12 15 20 15 28a15 15 0 0 1-30 0c0-8 5-16 15-28Z" />
      <path className="scene-soft" d="M-7 3a7 7 0 0 0 7 7" />
    </>
  ),
  saving: () => (
    <>
      <path className="scene-tray" d="M-26 18v12q0 5 5 5h42q5 0 5-5v-12" />
      <g className="scene-falls">
        <path className="scene-line" d="M0 -32v46M-14 0l14 14 14-14" />
      </g>
    </>
  ),
  counting: () => (
    <>
      {[-30, -10, 10, 30].map((y, index) => (
        <g key={y} className="scene-counted" style={{ '--turn': index }}>
          <circle className="scene-fill" cx={-24} cy={y} r={5} />
          <path className="scene-line" d={`M-10 ${y}h${index % 2 === 0 ? 36 : 26}`} />
        </g>
      ))}
    </>
  ),
  broken: () => <path className="scene-line scene-grey" d="M-36 0h20M16 0h20M-1 -14l-8 28M9 -14l-8 28" />,
  mending: () => (
    <>
      <path className="scene-line scene-grey" d="M-36 0h16M20 0h16" />
      <path className="scene-line scene-stitch" d="M-20 0l7-16 9 32 9-32 9 32 6-16" />
    </>
  ),
  safe: () => (
    <>
      <circle className="scene-fill" cx={0} cy={0} r={28} />
      <path className="scene-check" d="M-12 1l8 9 16-19" />
    </>
  ),
  keypad: () => (
    <>
      {[-15, -5, 5, 15].map((x) => (
        <circle key={x} className="scene-dot" cx={x} cy={-54} r={2.8} />
      ))}
      {[0, 1, 2].flatMap((row) =>
        COLUMNS.map((column) => (
          <circle
            key={`${row} ${column}`}
            className="scene-key"
            cx={column * 26}
            cy={-26 + row * 26}
            r={10.5}
          />
        )),
      )}
      <circle className="scene-key" cx={0} cy={52} r={10.5} />
    </>
  ),
  trust: () => (
    <>
      <rect className="scene-sheet" x={-41} y={-36} width={82} height={70} rx={12} />
      <path className="scene-soft" d="M-24 -19h48M-28 -8h56M-18 2h36" />
      <path className="scene-thin" d="M-41 13h82M0 13v21" />
      <rect className="scene-fill" x={5} y={17.5} width={31} height={12} rx={6} />
    </>
  ),
  lock: () => (
    <>
      <rect className="scene-fill" x={-18} y={-7} width={36} height={29} rx={7} />
      <path className="scene-line" d="M-11 -7v-9a11 11 0 0 1 22 0v9" />
      <path className="scene-check" d="M0 4v7" />
    </>
  ),
  battery: () => (
    <>
      <rect className="scene-line" x={-28} y={-15} width={52} height={30} rx={8} />
      <path className="scene-line" d="M30 -4v8" />
      <rect className="scene-low" x={-22} y={-9} width={12} height={18} rx={3} />
      <path className="scene-bolt" d="M6 -11l-9 13h7l-3 10 10-14h-7z" />
    </>
  ),
  logo: () => (
    <>
      <circle className="scene-fill" cx={0} cy={3} r={18} />
      <path className="scene-line" d="M0 -19q1-7 8-9" />
    </>
  ),
  airplane: () => (
    <path
      className="scene-fill"
      d="M0 -34q4 0 4 8v12l28 18v7l-28-9v15l8 7v5l-12-4-12 4v-5l8-7v-15l-28 9v-7l28-18v-12q0-8 4-8Z"
    />
  ),
  wifi: () => (
    <>
      <path
        className="scene-line"
        d="M-34 -12a48 48 0 0 1 68 0M-22 3a31 31 0 0 1 44 0M-10 17a14 14 0 0 1 20 0"
      />
      <circle className="scene-fill" cx={0} cy={29} r={4.5} />
    </>
  ),
  storage: () => (
    <>
      <rect className="scene-line" x={-37} y={-14} width={74} height={26} rx={8} />
      <rect className="scene-low" x={-31.5} y={-8.5} width={54} height={15} rx={4} />
      <path className="scene-soft" d="M-34 28h46M-34 40h30" />
    </>
  ),
  snow: () => (
    <path
      className="scene-line"
      d="M0 -32v64M-28 -16l56 32M28 -16l-56 32M-8 -27l8 7 8-7M-8 27l8-7 8 7M-27 -5l3-9-9-2M27 5l-3 9 9 2M27 -5l-3-9 9-2M-27 5l3 9-9 2"
    />
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
      <rect className="scene-line" x={-24} y={-48} width={48} height={32} rx={4} />
      <path className="scene-line" d="M-33 -9h66M0 48v-34M-9 23l9-9 9 9" />
    </>
  ),
};

export const SCENES: ReadonlyMap<string, () => ReactNode> = new Map(Object.entries(DRAWN));
