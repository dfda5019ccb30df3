import type { ModelKind } from '../model-kind.ts';
import type { DrawingPlan, Scene, Spot } from './drawing-plan.ts';

const SIGNS: Readonly<Record<Scene, readonly [string, string]>> = {
  plain: ['         ', '         '],
  keypad: ['  o o o  ', '  o o o  '],
  trust: ['  Trust? ', ' [no|yes]'],
  lock: ['   .-.   ', '   [#]   '],
  battery: ['  .---.  ', '  |/\\/|= '],
  logo: ['    ,    ', '   (_)   '],
  airplane: ['    |    ', '  --+--  '],
  storage: [' ####### ', ' ####... '],
  snow: ['   \\|/   ', '   /|\\   '],
  wifi: [' .-----. ', '   .o.   '],
  computer: ['  .---.  ', '  |___|  '],
  hub: ['  hub X  ', '  |PC|   '],
  window: [' .-----. ', ' |  (o)| '],
  gear: ['   .o.   ', "   'o'   "],
};

const FACES: Readonly<Record<ModelKind['face'], { readonly top: string; readonly foot: string }>> = {
  'home-button': { top: '   ---   ', foot: '   (_)   ' },
  notch: { top: '  \\___/  ', foot: '   ___   ' },
  island: { top: '   (=)   ', foot: '   ___   ' },
};

/** The line of the picture a spot is on, and its side. */
const ROWS: Readonly<Record<Spot, readonly [row: number, side: 'left' | 'right']>> = {
  top: [0, 'right'],
  'control-centre': [1, 'right'],
  'volume-up': [2, 'left'],
  'volume-down': [3, 'left'],
  side: [2, 'right'],
  screen: [4, 'right'],
  home: [5, 'right'],
  connector: [6, 'right'],
};

/** A drawing in plain letters, for terminals: seven lines, the marks beside them. */
export function textOf(plan: DrawingPlan, model: ModelKind): string {
  const [first, second] = SIGNS[plan.scene];
  const { top, foot } = FACES[model.face];
  const lines = [
    ' .---------. ',
    ` |${top}| `,
    '[|         |]',
    `[|${first}| `,
    ` |${second}| `,
    ` |${foot}| `,
    " '---===---' ",
  ];
  return lines
    .map((line, row) =>
      `${marksAt(plan, model, row, 'left').padStart(8)} ${line} ${marksAt(plan, model, row, 'right')}`.trimEnd(),
    )
    .join('\n');
}

function marksAt(plan: DrawingPlan, model: ModelKind, row: number, side: 'left' | 'right'): string {
  return plan.marks
    .filter(({ spot }) => rowOf(spot, model) === row && ROWS[spot][1] === side)
    .map(({ number, hold }) => `(${number}${hold ? ' hold' : ''})${side === 'left' ? '→' : ''}`)
    .map((mark) => (side === 'right' ? `←${mark}` : mark))
    .join(' ');
}

function rowOf(spot: Spot, { face }: ModelKind): number {
  return spot === 'control-centre' && face === 'home-button' ? 4 : ROWS[spot][0];
}
