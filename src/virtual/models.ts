/** The hardware behind a product type. */
export interface Model {
  /** Board, as `HardwareModel` shows it. */
  readonly board: string;
  /** Chip id (CPID). */
  readonly chip: number;
  readonly boardId: number;
  /** Part number without region. */
  readonly part: string;
}

const MODELS: ReadonlyMap<string, Model> = new Map([
  ['iPhone8,1', { board: 'N71AP', chip: 0x8000, boardId: 0x04, part: 'MKQN2' }],
  ['iPhone9,1', { board: 'D10AP', chip: 0x8010, boardId: 0x08, part: 'MN8X2' }],
  ['iPhone10,4', { board: 'D201AP', chip: 0x8015, boardId: 0x0a, part: 'MQ6G2' }],
  ['iPhone12,1', { board: 'N104AP', chip: 0x8030, boardId: 0x04, part: 'MWLT2' }],
  ['iPhone14,5', { board: 'D17AP', chip: 0x8110, boardId: 0x0a, part: 'MLPK3' }],
  ['iPhone15,2', { board: 'D73AP', chip: 0x8120, boardId: 0x0c, part: 'MPXT3' }],
  ['iPhone16,1', { board: 'D83AP', chip: 0x8130, boardId: 0x04, part: 'MTQM3' }],
  ['iPhone17,1', { board: 'D93AP', chip: 0x8140, boardId: 0x0c, part: 'MYMG3' }],
  ['iPhone17,3', { board: 'D47AP', chip: 0x8140, boardId: 0x08, part: 'MYE73' }],
  ['iPhone18,3', { board: 'V57AP', chip: 0x8150, boardId: 0x08, part: 'MG6J4' }],
]);
const UNLISTED: Model = { board: 'D47AP', chip: 0x8140, boardId: 0x08, part: 'MYE73' };
/** The first chip of the arm64e generation, whose phones have the short UDID. */
const A12 = 0x8020;

/** The hardware of a product type; a model that is not listed gets that of the iPhone 16. */
export function modelOf(productType: string): Model {
  return MODELS.get(productType) ?? UNLISTED;
}

/** UDIDs are `CPID-ECID` since the iPhone XS; before it forty digits without meaning. */
export function hasShortUdid({ chip }: Model): boolean {
  return chip >= A12;
}

export function architectureOf({ chip }: Model): 'arm64e' | 'arm64' {
  return chip >= A12 ? 'arm64e' : 'arm64';
}

/** Builds of a few releases; for others a build of the right shape. */
const BUILDS: ReadonlyMap<string, string> = new Map([
  ['15.8', '19H370'],
  ['16.1', '20B82'],
  ['17.4', '21E219'],
  ['18.1', '22B83'],
  ['18.6', '22G86'],
  ['26.0', '23A341'],
  ['26.1', '23B85'],
  ['26.2', '23C55'],
]);

/** `26.2` → `23C55`: Darwin's number, a letter for the minor version, a running number. */
export function buildOf(iosVersion: string): string {
  const [major = 0, minor = 0] = iosVersion.split('.').map(Number);
  const darwin = major >= 26 ? major - 3 : major + 4;
  return BUILDS.get(iosVersion) ?? `${darwin}${String.fromCharCode(65 + (minor % 26))}100`;
}
