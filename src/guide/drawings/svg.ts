import type { ModelKind } from '../model-kind.ts';
import type { DrawingPlan, Mark, Scene, Spot } from './drawing-plan.ts';

/** The canvas: the phone in the middle, room for the marks around it. */
const WIDTH = 240;
const HEIGHT = 320;
const BODY = { x: 70, y: 20, width: 100, height: 220 } as const;

/**
 * A drawing as an SVG document of its own. Lines take the colour of the text around them, marks that of the accent
 * (`--accent`), so that it fits any page, light or dark.
 */
export function svgOf(plan: DrawingPlan, model: ModelKind): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(plan.caption)}" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">`,
    ...bodyOf(model),
    ...SCENES[plan.scene],
    ...plan.marks.flatMap((mark) => markOf(mark, model)),
    '</svg>',
  ].join('');
}

function bodyOf({ face, connector }: ModelKind): readonly string[] {
  const { x, y, width, height } = BODY;
  const middle = x + width / 2;
  const radius = face === 'home-button' ? 14 : 22;
  const port = connector === 'usb-c' ? 22 : 14;
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`,
    ...FACES[face],
    `<path d="M${x - 4} ${y + 50}v18M${x - 4} ${y + 76}v18"/>`,
    face === 'home-button' && connector === 'lightning' ? '' : `<path d="M${x + width + 4} ${y + 60}v30"/>`,
    `<path d="M${middle - port / 2} ${y + height + 5}h${port}"/>`,
  ];
}

const FACES: Readonly<Record<ModelKind['face'], readonly string[]>> = {
  'home-button': [
    '<rect x="76" y="46" width="88" height="160" rx="2"/>',
    '<circle cx="120" cy="223" r="10"/>',
    '<path d="M110 33h20"/>',
  ],
  notch: ['<path d="M98 20v5q0 7 7 7h30q7 0 7-7v-5"/>'],
  island: ['<rect x="103" y="30" width="34" height="10" rx="5"/>'],
};

const SCENES: Readonly<Record<Scene, readonly string[]>> = {
  plain: [],
  keypad: [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => `<circle cx="${98 + column * 22}" cy="${100 + row * 24}" r="8"/>`),
  ),
  trust: ['<rect x="86" y="96" width="68" height="56" rx="8"/>', '<path d="M86 130h68M120 130v22"/>'],
  lock: [
    '<rect x="104" y="112" width="32" height="26" rx="4"/>',
    '<path d="M110 112v-8a10 10 0 0 1 20 0v8"/>',
  ],
  battery: [
    '<rect x="98" y="108" width="40" height="22" rx="4"/>',
    '<path d="M142 115v8M120 111l-6 9h8l-6 9"/>',
  ],
  logo: ['<circle cx="120" cy="122" r="15"/>', '<path d="M120 102q2-6 8-8"/>'],
  airplane: ['<path d="M120 96v52M120 112l-24 16M120 112l24 16M120 140l-10 10M120 140l10 10"/>'],
  storage: [
    '<rect x="90" y="112" width="60" height="14" rx="4"/>',
    '<path d="M90 119h44" stroke-width="10"/>',
  ],
  snow: ['<path d="M120 100v44M101 111l38 22M139 111l-38 22"/>'],
  wifi: [
    '<circle cx="120" cy="142" r="3"/>',
    '<path d="M108 128a17 17 0 0 1 24 0M98 116a31 31 0 0 1 44 0M88 104a45 45 0 0 1 64 0"/>',
  ],
  computer: [
    '<path d="M120 246v22"/>',
    '<rect x="78" y="268" width="84" height="32" rx="4"/>',
    '<path d="M62 308h116"/>',
  ],
  hub: [
    '<path d="M112 246v22"/>',
    '<rect x="78" y="268" width="84" height="32" rx="4"/>',
    '<path d="M62 308h116"/>',
    '<rect x="150" y="252" width="34" height="12" rx="3" stroke-dasharray="4 4"/>',
    '<path d="M152 246l30 22M182 246l-30 22"/>',
  ],
  window: [
    '<path d="M120 246v14"/>',
    '<rect x="62" y="260" width="116" height="44" rx="4"/>',
    '<path d="M62 270h116M54 312h132"/>',
    '<rect x="140" y="278" width="28" height="16" rx="8"/>',
    '<circle cx="160" cy="286" r="5"/>',
    '<path d="M74 286h52"/>',
  ],
  gear: ['<circle cx="120" cy="122" r="9"/>', '<circle cx="120" cy="122" r="19" stroke-dasharray="6 6"/>'],
};

/** Where a spot is, and where its number stands. Old phones have the top button where later ones have none. */
function placeOf(spot: Spot, { face }: ModelKind): { readonly at: Point; readonly label: Point } {
  switch (spot) {
    case 'home':
      return { at: [120, face === 'home-button' ? 223 : 234], label: [36, 223] };
    case 'side':
      return { at: [174, 95], label: [208, 95] };
    case 'top':
      return { at: [150, 16], label: [208, 16] };
    case 'volume-up':
      return { at: [66, 79], label: [32, 79] };
    case 'volume-down':
      return { at: [66, 105], label: [32, 105] };
    case 'connector':
      return { at: [120, 246], label: [120, 286] };
    case 'screen':
      return { at: [120, 124], label: [208, 150] };
    case 'control-centre':
      return face === 'home-button'
        ? { at: [120, 200], label: [208, 200] }
        : { at: [156, 34], label: [208, 40] };
  }
}

type Point = readonly [x: number, y: number];

function markOf({ spot, number, hold }: Mark, model: ModelKind): readonly string[] {
  const { at, label } = placeOf(spot, model);
  const accent = 'stroke="var(--accent, currentColor)"';
  return [
    `<path d="M${label[0]} ${label[1]}L${at[0]} ${at[1]}" ${accent} stroke-width="2"/>`,
    `<circle cx="${at[0]}" cy="${at[1]}" r="4" ${accent} fill="var(--accent, currentColor)"/>`,
    `<circle cx="${label[0]}" cy="${label[1]}" r="13" ${accent} fill="var(--paper, white)"/>`,
    `<text x="${label[0]}" y="${label[1] + 6}" text-anchor="middle" font-size="17" font-family="system-ui, sans-serif" fill="currentColor" stroke="none">${number}</text>`,
    ...(hold
      ? [
          `<circle cx="${label[0]}" cy="${label[1]}" r="18" ${accent} stroke-dasharray="4 4" stroke-width="2"/>`,
        ]
      : []),
  ];
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
