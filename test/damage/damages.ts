import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asDict } from '../../src/wire/plist/access.ts';
import { encodeBinary } from '../../src/wire/plist/binary-encode.ts';
import { decodePlist } from '../../src/wire/plist/decode.ts';
import type { Random } from './random.ts';
import type { Specimen } from './specimens.ts';

/** What is done to a copy of a specimen. */
export interface Patient {
  readonly specimen: Specimen;
  /** The backup's folder. */
  readonly folder: string;
  readonly random: Random;
}

/** One way backups get damaged. */
export interface Damage {
  readonly name: string;
  readonly harm: (patient: Patient) => void;
  /** Only reading every file shows it: repaired with --content. */
  readonly inside?: true;
  /** False where it cannot be done to this one. */
  readonly fits?: (specimen: Specimen) => boolean;
}

const METADATA = ['Info.plist', 'Status.plist', 'Manifest.plist', 'Manifest.db'] as const;

const deleted = (name: string): Damage => ({
  name: `${name} deleted`,
  harm: ({ folder }) => rmSync(join(folder, name)),
});
const emptied = (name: string): Damage => ({
  name: `${name} of no bytes`,
  harm: ({ folder }) => truncateSync(join(folder, name), 0),
});
const cut = (name: string): Damage => ({
  name: `${name} cut in half`,
  harm: ({ folder }) => halve(join(folder, name)),
});
const flipped = (name: string, bits: number): Damage => ({
  name: `${name} with ${bits} flipped ${bits === 1 ? 'bit' : 'bits'}`,
  harm: ({ folder, random }) => flip(join(folder, name), bits, random),
});
const blotted = (name: string, page: number): Damage => ({
  name: `${name}, page ${page} zeroed`,
  harm: ({ folder }) => {
    const bytes = readFileSync(join(folder, name));
    bytes.fill(0, (page - 1) * 4096, page * 4096);
    writeFileSync(join(folder, name), bytes);
  },
});
const toFiles = (
  name: string,
  share: number,
  harm: (path: string, random: Random) => void,
  inside?: true,
): Damage => ({
  name,
  ...(inside && { inside }),
  harm: ({ folder, random }) => {
    const files = storedFiles(folder).filter((path) => statSync(path).size > 100);
    for (const path of random.pick(files, Math.max(1, Math.round(files.length * share)))) harm(path, random);
  },
});

const isPlain = ({ password }: Specimen): boolean => password === undefined;
const isOurs = ({ destination }: Specimen): boolean => existsSync(join(destination, '.thaw'));

/** In every way of which people report. */
export const damages: readonly Damage[] = [
  ...METADATA.flatMap((name) => [deleted(name), emptied(name), cut(name), flipped(name, 40)]),
  blotted('Manifest.db', 1),
  blotted('Manifest.db', 3),
  flipped('Manifest.db', 1),
  {
    name: 'Manifest.db and Manifest.plist deleted',
    harm: ({ folder }) => {
      rmSync(join(folder, 'Manifest.db'));
      rmSync(join(folder, 'Manifest.plist'));
    },
  },
  {
    name: 'all four metadata files of no bytes',
    harm: ({ folder }) => {
      for (const name of METADATA) truncateSync(join(folder, name), 0);
    },
  },
  toFiles('a tenth of the files deleted', 0.1, (path) => rmSync(path)),
  toFiles('a tenth of the files cut in half', 0.1, halve),
  toFiles('a tenth of the files of no bytes', 0.1, (path) => truncateSync(path, 0)),
  toFiles('a tenth of the files with a flipped bit', 0.1, (path, random) => flip(path, 1, random), true),
  toFiles(
    'a tenth of the files zeroed',
    0.1,
    (path) => writeFileSync(path, Buffer.alloc(statSync(path).size)),
    true,
  ),
  {
    name: 'two files swapped',
    harm: ({ folder, random }) => {
      const [one, other] = random.pick(storedFiles(folder), 2);
      if (one === undefined || other === undefined) return;
      renameSync(one, `${one}.x`);
      renameSync(other, one);
      renameSync(`${one}.x`, other);
    },
  },
  {
    name: 'files of nobody',
    harm: ({ folder }) => writeFileSync(join(folder, '00', '0'.repeat(40)), 'nobody’s'),
  },
  {
    name: 'Info.plist of another phone',
    harm: ({ folder }) =>
      say(folder, 'Info.plist', [
        ['Target Identifier', '0'.repeat(40)],
        ['Unique Identifier', '0'.repeat(40)],
      ]),
  },
  {
    name: 'Manifest.db of the state before',
    fits: isOurs,
    harm: (patient) => mix(patient, 'Manifest.db'),
  },
  {
    name: 'Manifest.plist of the state before',
    fits: isOurs,
    harm: (patient) => mix(patient, 'Manifest.plist'),
  },
  { name: 'cut while uploading', harm: interrupted('uploading') },
  { name: 'cut while moving', harm: interrupted('moving') },
  { name: 'cut while removing', harm: interrupted('removing') },
  { name: 'a log beside Manifest.db', fits: isPlain, harm: leaveLog },
];

/** The files of the phone, by their paths on this disk. */
export function storedFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => /^[0-9a-f]{2}[/\\][0-9a-f]{40}$/.test(path))
    .sort()
    .map((path) => join(folder, path));
}

function halve(path: string): void {
  truncateSync(path, Math.floor(statSync(path).size / 2));
}

function flip(path: string, bits: number, random: Random): void {
  const bytes = readFileSync(path);
  for (let bit = 0; bit < bits; bit += 1) {
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  }
  writeFileSync(path, bytes);
}

function say(folder: string, file: string, entries: readonly (readonly [string, string])[]): void {
  const dict = asDict(decodePlist(readFileSync(join(folder, file))));
  writeFileSync(join(folder, file), encodeBinary(new Map([...dict, ...entries])));
}

/** What the vault kept of the first run lies where what belongs to the second should. */
function mix({ folder, specimen: { udid } }: Patient, file: string): void {
  cpSync(join(dirname(folder), '.thaw', udid, 'generations', '1', 'kept', file), join(folder, file));
}

/** As the phone leaves a folder when a run over a good backup ends at this point. */
function interrupted(state: 'uploading' | 'moving' | 'removing'): Damage['harm'] {
  return ({ folder, random }) => {
    const snapshot = join(folder, 'Snapshot');
    mkdirSync(join(snapshot, 'aa'), { recursive: true });
    say(folder, 'Status.plist', [
      ['SnapshotState', state],
      ['UUID', randomUUID().toUpperCase()],
    ]);
    if (state === 'uploading') writeFileSync(join(snapshot, 'aa', `aa${'0'.repeat(38)}`), 'half of a file');
    if (state !== 'moving') return;
    for (const path of random.pick(storedFiles(folder), 20)) {
      const to = join(snapshot, path.slice(folder.length));
      mkdirSync(dirname(to), { recursive: true });
      renameSync(path, to);
    }
    for (const name of ['Manifest.db', 'Manifest.plist'])
      renameSync(join(folder, name), join(snapshot, name));
  };
}

/** As a program leaves it that changed the database and was killed. */
function leaveLog({ folder }: Patient): void {
  const path = join(folder, 'Manifest.db');
  const copy = `${path}.copy`;
  const database = new DatabaseSync(path);
  database.exec("PRAGMA wal_autocheckpoint = 0; INSERT INTO Properties VALUES ('note', x'00')");
  // As it is now, before closing tidies up.
  cpSync(path, copy);
  cpSync(`${path}-wal`, `${copy}-wal`);
  database.close();
  renameSync(copy, path);
  renameSync(`${copy}-wal`, `${path}-wal`);
}
