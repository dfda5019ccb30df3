import { gzipSync } from 'node:zlib';
import { PIXEL } from './messages.ts';
import { cocoa, insert, type PhoneFolder } from './phone-folder.ts';
import { type Field, proto } from './protobuf.ts';

const DOMAIN = 'AppDomainGroup-group.com.apple.notes';

interface RunToWrite {
  readonly text: string;
  readonly fields?: readonly Field[];
}

/** The body of a note: gzip around protobuf. Lengths count UTF-16 units. */
export function noteBody(...runs: readonly RunToWrite[]): Buffer {
  const text = runs.map((run) => run.text).join('');
  const written: Field[] = runs.map(({ text: part, fields = [] }) => [5, [[1, part.length], ...fields]]);
  return gzipSync(
    proto(
      [1, 0],
      [
        2,
        [
          [1, 0],
          [2, 1],
          [3, [[2, text], ...written]],
        ],
      ],
    ),
  );
}

/**
 * A table of a note, as several readers found it: objects that point at each other by number. The first column is put
 * before the second by a second id, as columns are that were moved in.
 */
export function noteTable(rows: readonly (readonly string[])[], direction = 'LeftToRight'): Buffer {
  const keys = ['UUIDIndex', 'crRows', 'crColumns', 'cellColumns', 'crTableColumnDirection', 'self'];
  const types = ['com.apple.CRDT.NSUUID', 'com.apple.notes.ICTable'];
  const width = rows[0]?.length ?? 0;
  const uuid = (number: number): Buffer => Buffer.alloc(16, number + 1);
  const objects: (readonly Field[])[] = [];
  const add = (...object: readonly Field[]): number => objects.push(object) - 1;
  const at = (number: number): readonly Field[] => [[6, number]];
  const id = (number: number): number =>
    add([
      13,
      [
        [1, 0],
        [
          3,
          [
            [1, 0],
            [2, [[2, number]]],
          ],
        ],
      ],
    ]);
  const root = add();
  // Rows bear the numbers from 0, columns those behind, and the second ids of columns those behind these.
  const [firstColumn, firstAlias] = [rows.length, rows.length + width];
  const order = (from: number, count: number, aliases: readonly Field[]): number =>
    add([
      16,
      [
        [
          1,
          [
            [
              1,
              Array.from(
                { length: count },
                (_, n): Field => [
                  2,
                  [
                    [1, n],
                    [2, uuid(from + n)],
                  ],
                ],
              ),
            ],
            [2, aliases],
          ],
        ],
      ],
    ]);
  const aliases = Array.from(
    { length: width },
    (_, n): Field => [
      1,
      [
        [1, at(id(firstColumn + n))],
        [2, at(id(firstAlias + n))],
      ],
    ],
  );
  const crRows = order(0, rows.length, []);
  const crColumns = order(firstColumn, width, aliases);
  const columns = Array.from({ length: width }, (_, column): Field => {
    const cells = rows.flatMap((row, number): Field[] => {
      const text = row[column];
      if (text === undefined) return [];
      const pair: Field = [
        1,
        [
          [1, at(id(number))],
          [2, at(add([10, [[2, text]]]))],
        ],
      ];
      return [pair];
    });
    return [
      1,
      [
        [1, at(id(firstAlias + column))],
        [2, at(add([6, cells]))],
      ],
    ];
  });
  const cellColumns = add([6, columns]);
  const part = (key: number, value: readonly Field[]): Field => [
    3,
    [
      [1, key],
      [2, value],
    ],
  ];
  objects[root] = [
    [
      13,
      [
        [1, 1],
        part(1, at(crRows)),
        part(2, at(crColumns)),
        part(3, at(cellColumns)),
        part(4, [[4, `CRTableColumnDirection${direction}`]]),
      ],
    ],
  ];
  const stored: Field[] = [
    ...objects.map((object): Field => [3, object]),
    ...keys.map((key): Field => [4, key]),
    ...types.map((type): Field => [5, type]),
    ...Array.from({ length: rows.length + 2 * width }, (_, n): Field => [6, uuid(n)]),
  ];
  return gzipSync(
    proto(
      [1, 0],
      [
        2,
        [
          [1, 0],
          [3, stored],
        ],
      ],
    ),
  );
}

const style = (number: number, ...more: readonly Field[]): readonly Field[] => [[2, [[1, number], ...more]]];

/** Notes of iOS 17: folders, lists, a picture, a tag, a locked one, a deleted one. */
export function notes(phone: PhoneFolder): void {
  store(phone, 'ZACCOUNT7', 'ZCREATIONDATE3');
  phone.file(DOMAIN, 'Accounts/LOCAL/Media/MEDIA-1/1_G/Skizze.jpeg', PIXEL);
}

/** Notes of iOS 12. */
export function olderNotes(phone: PhoneFolder): void {
  store(phone, 'ZACCOUNT2', 'ZCREATIONDATE1');
  phone.file(DOMAIN, 'Accounts/LOCAL/Media/MEDIA-1/Skizze.jpeg', PIXEL);
}

function store(phone: PhoneFolder, account: string, created: string): void {
  phone.database(DOMAIN, 'NoteStore.sqlite', (database) => {
    database.exec(`
      CREATE TABLE ZICCLOUDSYNCINGOBJECT (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, ZIDENTIFIER VARCHAR, ZTITLE VARCHAR, ZTITLE1 VARCHAR,
        ZTITLE2 VARCHAR, ZSNIPPET VARCHAR, ZFOLDER INTEGER, ZPARENT INTEGER, ZFOLDERTYPE INTEGER, ${account} INTEGER, ZNAME VARCHAR,
        ZACCOUNTTYPE INTEGER, ${created} TIMESTAMP, ZMODIFICATIONDATE1 TIMESTAMP, ZISPINNED INTEGER, ZMARKEDFORDELETION INTEGER,
        ZISPASSWORDPROTECTED INTEGER, ZPASSWORDHINT VARCHAR, ZTYPEUTI VARCHAR, ZMEDIA INTEGER, ZURLSTRING VARCHAR, ZALTTEXT VARCHAR,
        ZMERGEABLEDATA${account === 'ZACCOUNT7' ? '1' : ''} BLOB, ZFILENAME VARCHAR${account === 'ZACCOUNT7' ? ', ZGENERATION VARCHAR' : ''});
      CREATE TABLE ZICNOTEDATA (Z_PK INTEGER PRIMARY KEY, ZNOTE INTEGER, ZDATA BLOB, ZCRYPTOINITIALIZATIONVECTOR BLOB, ZCRYPTOTAG BLOB);`);
    const objects = 'ZICCLOUDSYNCINGOBJECT';
    const mergeable = account === 'ZACCOUNT7' ? 'ZMERGEABLEDATA1' : 'ZMERGEABLEDATA';
    const generation = account === 'ZACCOUNT7' ? { ZGENERATION: '1_G' } : {};
    insert(
      database,
      objects,
      { Z_PK: 1, ZNAME: 'On My iPhone', ZIDENTIFIER: 'LOCAL', ZACCOUNTTYPE: 3 },
      { Z_PK: 2, ZTITLE2: 'Küche' },
      { Z_PK: 3, ZTITLE2: 'Kuchen', ZPARENT: 2 },
      { Z_PK: 4, ZTITLE2: 'Recently Deleted', ZFOLDERTYPE: 1 },
      { Z_PK: 20, ZIDENTIFIER: 'OBJECT-1', ZTYPEUTI: 'public.jpeg', ZMEDIA: 21 },
      { Z_PK: 21, ZIDENTIFIER: 'MEDIA-1', ZFILENAME: 'Skizze.jpeg', ...generation },
      { Z_PK: 22, ZIDENTIFIER: 'OBJECT-2', ZALTTEXT: '#rezept' },
      {
        Z_PK: 23,
        ZIDENTIFIER: 'TABLE-1',
        ZTYPEUTI: 'com.apple.notes.table',
        [mergeable]: noteTable(WEIGHTS),
      },
      {
        Z_PK: 24,
        ZIDENTIFIER: 'TABLE-2',
        ZTYPEUTI: 'com.apple.notes.table',
        [mergeable]: Buffer.from('torn'),
      },
    );
    const note = (id: number, title: string, folder: number, data: Uint8Array | null, more = {}): void => {
      insert(database, objects, {
        Z_PK: id,
        ZTITLE1: title,
        ZFOLDER: folder,
        [account]: 1,
        [created]: cocoa('2024-05-01T08:00:00Z'),
        ZMODIFICATIONDATE1: cocoa('2024-05-02T08:00:00Z'),
        ...more,
      });
      insert(database, 'ZICNOTEDATA', { ZNOTE: id, ZDATA: data });
    };
    note(10, 'Käsekuchen: <Rezept>', 3, cake());
    note(11, 'Secret', 2, Buffer.from('cipher'), { ZISPASSWORDPROTECTED: 1, ZPASSWORDHINT: 'the usual' });
    note(12, 'Thrown away', 4, noteBody({ text: 'Thrown away\nold' }));
    note(13, 'Broken', 2, Buffer.from('not gzip'));
    note(14, 'Mehl', 3, flours());
  });
}

const WEIGHTS = [
  ['Mehl', 'Gramm <je Tasse>'],
  ['Dinkel 🌾', '110'],
  ['', '125'],
];

/** A table that can be read, and one that cannot. */
function flours(): Buffer {
  const table = (identifier: string): RunToWrite => ({
    text: '\ufffc\n',
    fields: [
      [
        12,
        [
          [1, identifier],
          [2, 'com.apple.notes.table'],
        ],
      ],
    ],
  });
  return noteBody({ text: 'Mehl\n' }, table('TABLE-1'), table('TABLE-2'));
}

function cake(): Buffer {
  return noteBody(
    { text: 'Käsekuchen: <Rezept>\n', fields: style(0) },
    { text: '500 g Quark 🧀\n', fields: style(103, [5, [[2, 1]]]) },
    { text: '3 Eier\n', fields: style(103, [5, [[2, 0]]]) },
    { text: 'Backen', fields: [[5, 1]] },
    { text: ' bei 180°, siehe ' },
    { text: 'hier', fields: [[9, 'https://example.com/kuchen']] },
    { text: ' oder ' },
    { text: 'da\n', fields: [[9, 'javascript:alert(1)']] },
    {
      text: '\ufffc',
      fields: [
        [
          12,
          [
            [1, 'OBJECT-1'],
            [2, 'public.jpeg'],
          ],
        ],
      ],
    },
    {
      text: '\ufffc',
      fields: [
        [
          12,
          [
            [1, 'OBJECT-2'],
            [2, 'com.apple.notes.inlinetextattachment.hashtag'],
          ],
        ],
      ],
    },
  );
}

/** Notes of iOS 8, as HTML. */
export function oldNotes(phone: PhoneFolder): void {
  phone.database('HomeDomain', 'Library/Notes/notes.sqlite', (database) => {
    database.exec(`CREATE TABLE ZNOTE (Z_PK INTEGER PRIMARY KEY, ZTITLE VARCHAR, ZSUMMARY VARCHAR, ZCREATIONDATE TIMESTAMP, ZMODIFICATIONDATE TIMESTAMP, ZBODY INTEGER, ZDELETEDFLAG INTEGER);
      CREATE TABLE ZNOTEBODY (Z_PK INTEGER PRIMARY KEY, ZCONTENT VARCHAR, ZOWNER INTEGER);`);
    insert(database, 'ZNOTE', {
      Z_PK: 1,
      ZTITLE: 'Old & good',
      ZCREATIONDATE: cocoa('2014-05-01T08:00:00Z'),
      ZMODIFICATIONDATE: cocoa('2014-05-01T08:00:00Z'),
      ZBODY: 1,
    });
    insert(database, 'ZNOTEBODY', {
      Z_PK: 1,
      ZOWNER: 1,
      ZCONTENT: 'Old &amp; good<div>second <b>line</b> &#233;</div><script>alert(1)</script>',
    });
  });
}
