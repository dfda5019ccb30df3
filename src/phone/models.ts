/** What of a model matters to hands, eyes and the cable. */
export interface Model {
  /** `iPhone17,3` */
  readonly productType: string;
  /** The name on the box. */
  readonly name: string;
  /** Which buttons force a restart, and lead to recovery and DFU. */
  readonly buttons: 'home' | 'volume-down' | 'side';
  /** What the front looks like. */
  readonly face: 'home-button' | 'notch' | 'island';
  readonly connector: 'lightning' | 'usb-c';
  /** What the phone's own connector can do, in millions of bits a second; the cable in its box mostly does 480. */
  readonly megabits: 480 | 10_000;
  /** Chip (CPID) and board (BDID), by which a phone that runs no iOS tells its model. */
  readonly boards: readonly Board[];
}

export type Board = readonly [chip: number, board: number];

type Row = readonly [productType: string, name: string, ...boards: readonly Board[]];

/** Rows of phones that are alike. */
function alike(traits: Omit<Model, 'productType' | 'name' | 'boards'>, ...rows: readonly Row[]): Model[] {
  return rows.map(([productType, name, ...boards]) => ({ productType, name, boards, ...traits }));
}

const LIGHTNING = { connector: 'lightning', megabits: 480 } as const;
const USB_C = { connector: 'usb-c', megabits: 480 } as const;
const USB_C_FAST = { connector: 'usb-c', megabits: 10_000 } as const;

/**
 * Every iPhone that iOS 10 or later runs on. Identifiers, chips and boards as in libirecovery's device table; buttons
 * after Apple's “Force restart iPhone”, connectors and speeds after its technical specifications.
 */
export const models: readonly Model[] = [
  ...alike(
    { buttons: 'home', face: 'home-button', ...LIGHTNING },
    ['iPhone5,1', 'iPhone 5', [0x8950, 0x00]],
    ['iPhone5,2', 'iPhone 5', [0x8950, 0x02]],
    ['iPhone5,3', 'iPhone 5c', [0x8950, 0x0a]],
    ['iPhone5,4', 'iPhone 5c', [0x8950, 0x0e]],
    ['iPhone6,1', 'iPhone 5s', [0x8960, 0x00]],
    ['iPhone6,2', 'iPhone 5s', [0x8960, 0x02]],
    ['iPhone7,1', 'iPhone 6 Plus', [0x7000, 0x04]],
    ['iPhone7,2', 'iPhone 6', [0x7000, 0x06]],
    ['iPhone8,1', 'iPhone 6s', [0x8000, 0x04], [0x8003, 0x04]],
    ['iPhone8,2', 'iPhone 6s Plus', [0x8000, 0x06], [0x8003, 0x06]],
    ['iPhone8,4', 'iPhone SE (1st generation)', [0x8003, 0x02], [0x8000, 0x02]],
  ),
  ...alike(
    { buttons: 'volume-down', face: 'home-button', ...LIGHTNING },
    ['iPhone9,1', 'iPhone 7', [0x8010, 0x08]],
    ['iPhone9,2', 'iPhone 7 Plus', [0x8010, 0x0a]],
    ['iPhone9,3', 'iPhone 7', [0x8010, 0x0c]],
    ['iPhone9,4', 'iPhone 7 Plus', [0x8010, 0x0e]],
  ),
  ...alike(
    { buttons: 'side', face: 'home-button', ...LIGHTNING },
    ['iPhone10,1', 'iPhone 8', [0x8015, 0x02]],
    ['iPhone10,2', 'iPhone 8 Plus', [0x8015, 0x04]],
    ['iPhone10,4', 'iPhone 8', [0x8015, 0x0a]],
    ['iPhone10,5', 'iPhone 8 Plus', [0x8015, 0x0c]],
    ['iPhone12,8', 'iPhone SE (2nd generation)', [0x8030, 0x10]],
    ['iPhone14,6', 'iPhone SE (3rd generation)', [0x8110, 0x10]],
  ),
  ...alike(
    { buttons: 'side', face: 'notch', ...LIGHTNING },
    ['iPhone10,3', 'iPhone X', [0x8015, 0x06]],
    ['iPhone10,6', 'iPhone X', [0x8015, 0x0e]],
    ['iPhone11,2', 'iPhone XS', [0x8020, 0x0e]],
    ['iPhone11,4', 'iPhone XS Max', [0x8020, 0x0a]],
    ['iPhone11,6', 'iPhone XS Max', [0x8020, 0x1a]],
    ['iPhone11,8', 'iPhone XR', [0x8020, 0x0c]],
    ['iPhone12,1', 'iPhone 11', [0x8030, 0x04]],
    ['iPhone12,3', 'iPhone 11 Pro', [0x8030, 0x06]],
    ['iPhone12,5', 'iPhone 11 Pro Max', [0x8030, 0x02]],
    ['iPhone13,1', 'iPhone 12 mini', [0x8101, 0x0a]],
    ['iPhone13,2', 'iPhone 12', [0x8101, 0x0c]],
    ['iPhone13,3', 'iPhone 12 Pro', [0x8101, 0x0e]],
    ['iPhone13,4', 'iPhone 12 Pro Max', [0x8101, 0x08]],
    ['iPhone14,2', 'iPhone 13 Pro', [0x8110, 0x0c]],
    ['iPhone14,3', 'iPhone 13 Pro Max', [0x8110, 0x0e]],
    ['iPhone14,4', 'iPhone 13 mini', [0x8110, 0x08]],
    ['iPhone14,5', 'iPhone 13', [0x8110, 0x0a]],
    ['iPhone14,7', 'iPhone 14', [0x8110, 0x18]],
    ['iPhone14,8', 'iPhone 14 Plus', [0x8110, 0x1a]],
  ),
  ...alike(
    { buttons: 'side', face: 'island', ...LIGHTNING },
    ['iPhone15,2', 'iPhone 14 Pro', [0x8120, 0x0c]],
    ['iPhone15,3', 'iPhone 14 Pro Max', [0x8120, 0x0e]],
  ),
  ...alike(
    { buttons: 'side', face: 'island', ...USB_C },
    ['iPhone15,4', 'iPhone 15', [0x8120, 0x08]],
    ['iPhone15,5', 'iPhone 15 Plus', [0x8120, 0x0a]],
    ['iPhone17,3', 'iPhone 16', [0x8140, 0x08]],
    ['iPhone17,4', 'iPhone 16 Plus', [0x8140, 0x0a]],
    ['iPhone18,3', 'iPhone 17', [0x8150, 0x08]],
    ['iPhone18,4', 'iPhone Air', [0x8150, 0x0a]],
  ),
  ...alike(
    { buttons: 'side', face: 'notch', ...USB_C },
    ['iPhone17,5', 'iPhone 16e', [0x8140, 0x04]],
    ['iPhone18,5', 'iPhone 17e', [0x8150, 0x16]],
  ),
  ...alike(
    { buttons: 'side', face: 'island', ...USB_C_FAST },
    ['iPhone16,1', 'iPhone 15 Pro', [0x8130, 0x04]],
    ['iPhone16,2', 'iPhone 15 Pro Max', [0x8130, 0x06]],
    ['iPhone17,1', 'iPhone 16 Pro', [0x8140, 0x0c]],
    ['iPhone17,2', 'iPhone 16 Pro Max', [0x8140, 0x0e]],
    ['iPhone18,1', 'iPhone 17 Pro', [0x8150, 0x0c]],
    ['iPhone18,2', 'iPhone 17 Pro Max', [0x8150, 0x0e]],
  ),
];

const byType: ReadonlyMap<string, Model> = new Map(models.map((model) => [model.productType, model]));
const byBoard: ReadonlyMap<string, Model> = new Map(
  models.flatMap((model) => model.boards.map(([chip, board]) => [`${chip}/${board}`, model] as const)),
);

/** A model nobody can tell is taken for one of today. */
const TODAY = { buttons: 'side', face: 'island', ...USB_C } as const;

/** The model behind a ProductType (`iPhone17,3`). One that is not in the table shows as itself, with today's buttons. */
export function modelOf(productType: string | undefined): Model {
  const type = productType ?? '';
  return byType.get(type) ?? { productType: type, name: type, boards: [], ...TODAY };
}

/** The name on the box, `iPhone 16` for `iPhone17,3`; a type that is not known shows as itself. */
export function modelName(productType: string): string {
  return modelOf(productType).name;
}

/** The model of a phone in recovery or DFU, by its chip and board; undefined for one that is not in the table. */
export function modelOfBoard(chip: number | undefined, board: number | undefined): Model | undefined {
  return byBoard.get(`${chip}/${board}`);
}
