import type { People } from '../contacts/people.ts';
import type { Conversation } from '../conversations/conversation.ts';
import type { AppDatabase } from '../database/app-database.ts';
import type { Row } from '../database/row.ts';

/** Where WhatsApp keeps its chats; Business, and versions of long ago, have places of their own. */
export const CHAT_STORAGES = [
  {
    name: 'WhatsApp',
    domain: 'AppDomainGroup-group.net.whatsapp.WhatsApp.shared',
    path: 'ChatStorage.sqlite',
  },
  {
    name: 'WhatsApp Business',
    domain: 'AppDomainGroup-group.net.whatsapp.WhatsAppSMB.shared',
    path: 'ChatStorage.sqlite',
  },
  { name: 'WhatsApp (old)', domain: 'AppDomain-net.whatsapp.WhatsApp', path: 'Documents/ChatStorage.sqlite' },
] as const;

export interface WhatsAppConversation extends Conversation {
  /** Its row in ZWACHATSESSION. */
  readonly session: number;
}

const GROUP = 1;
const STATUS = 3;
const MAX_MEMBERS = 5000;

/** Conversations in the order in which they began; other people's status posts are none. */
export function* sessionsOf(database: AppDatabase, names: WhatsAppNames): Generator<WhatsAppConversation> {
  const columns = database.select('ZWACHATSESSION', 's', [
    'Z_PK',
    'ZCONTACTJID',
    'ZPARTNERNAME',
    'ZSESSIONTYPE',
  ]);
  for (const row of database.rows(`SELECT ${columns} FROM ZWACHATSESSION s ORDER BY s.Z_PK`)) {
    if (row.number('ZSESSIONTYPE') === STATUS) continue;
    yield sessionOf(database, row, names);
  }
}

function sessionOf(database: AppDatabase, row: Row, names: WhatsAppNames): WhatsAppConversation {
  const jid = row.text('ZCONTACTJID') ?? '';
  const isGroup = row.number('ZSESSIONTYPE') === GROUP || jid.endsWith('@g.us');
  const session = row.number('Z_PK') ?? 0;
  const shown = cleanName(row.text('ZPARTNERNAME'));
  const members = isGroup ? membersOf(database, session) : [jid];
  return {
    session,
    title: shown ?? names.nameOf(jid),
    isGroup,
    participants: members.map((member) => ({ address: addressOf(member), name: names.nameOf(member) })),
    identifiers: [jid],
    services: ['WhatsApp'],
  };
}

function membersOf(database: AppDatabase, session: number): string[] {
  if (!database.has('ZWAGROUPMEMBER', 'ZMEMBERJID', 'ZCHATSESSION')) return [];
  const rows = database.rows(
    `SELECT ZMEMBERJID AS jid FROM ZWAGROUPMEMBER WHERE ZCHATSESSION = ? ORDER BY Z_PK LIMIT ${MAX_MEMBERS}`,
    session,
  );
  return [...rows].map((row) => row.text('jid')).filter((jid) => jid !== undefined);
}

/** Who is behind an id of WhatsApp: by the phone's address book, else as the person calls themselves, with a tilde. */
export class WhatsAppNames {
  readonly #people: People;
  readonly #known = new Map<string, string>();

  constructor(database: AppDatabase, people: People) {
    this.#people = people;
    if (database.has('ZWAPROFILEPUSHNAME', 'ZJID', 'ZPUSHNAME')) {
      this.#learn(database.rows('SELECT ZJID AS jid, ZPUSHNAME AS name FROM ZWAPROFILEPUSHNAME'), '~');
    }
    if (database.has('ZWACHATSESSION', 'ZPARTNERNAME')) {
      this.#learn(database.rows('SELECT ZCONTACTJID AS jid, ZPARTNERNAME AS name FROM ZWACHATSESSION'), '');
    }
  }

  nameOf(jid: string): string {
    return this.#people.nameOf(addressOf(jid)) ?? this.#known.get(jid) ?? addressOf(jid);
  }

  /** The same for what {@link addressOf} gave. */
  nameOfAddress(address: string): string {
    return this.nameOf(address.startsWith('+') ? `${address.slice(1)}@s.whatsapp.net` : address);
  }

  #learn(rows: Iterable<Row>, mark: string): void {
    for (const row of rows) {
      const jid = row.text('jid');
      const name = cleanName(row.text('name'));
      const isNumber = name !== undefined && /^[+\d\s\u00a0().-]+$/.test(name);
      if (jid !== undefined && name !== undefined && !isNumber) this.#known.set(jid, `${mark}${name}`);
    }
  }
}

/** The number of a person's id; groups and hidden numbers have none. */
export function addressOf(jid: string): string {
  const [, digits] = /^(\d{5,20})(?::\d+)?@s\.whatsapp\.net$/.exec(jid) ?? [];
  return digits === undefined ? jid : `+${digits}`;
}

/** WhatsApp puts marks for the direction of writing around names. */
function cleanName(name: string | undefined): string | undefined {
  return name?.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cc}]/gu, '').trim() || undefined;
}
