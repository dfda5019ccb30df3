/** What of a model matters to hands and eyes. */
export interface ModelKind {
  /** Which buttons force a restart. */
  readonly buttons: 'home' | 'volume-down' | 'side';
  /** What the front looks like. */
  readonly face: 'home-button' | 'notch' | 'island';
  readonly connector: 'lightning' | 'usb-c';
}

const HOME_BUTTON: ReadonlySet<string> = new Set([
  ...['iPhone10,1', 'iPhone10,2', 'iPhone10,4', 'iPhone10,5', 'iPhone12,8', 'iPhone14,6'],
]);
/** Of the generations that have the island, those without. */
const NOTCH: ReadonlySet<string> = new Set(['iPhone17,5']);
/** The 14 Pro models are the first with the island, and the last with Lightning. */
const ISLAND_FROM = 15;
const LIGHTNING_PRO: ReadonlySet<string> = new Set(['iPhone15,2', 'iPhone15,3']);
/** A model nobody can tell is taken for one of today. */
const TODAY = 17;

/** The kind of a ProductType (`iPhone17,3`); of one that is not known, that of today's phones. */
export function modelKindOf(productType: string | undefined): ModelKind {
  const generation = Number(/^iPhone(\d+),/.exec(productType ?? '')?.[1] ?? TODAY);
  return {
    buttons: buttonsOf(generation),
    face: faceOf(generation, productType ?? ''),
    connector: generation < ISLAND_FROM || LIGHTNING_PRO.has(productType ?? '') ? 'lightning' : 'usb-c',
  };
}

/** 6s and earlier and the first SE; 7 and 7 Plus; 8 and all later ones. */
function buttonsOf(generation: number): ModelKind['buttons'] {
  if (generation <= 8) return 'home';
  return generation === 9 ? 'volume-down' : 'side';
}

function faceOf(generation: number, productType: string): ModelKind['face'] {
  if (generation < 10 || HOME_BUTTON.has(productType)) return 'home-button';
  return generation < ISLAND_FROM || NOTCH.has(productType) ? 'notch' : 'island';
}
