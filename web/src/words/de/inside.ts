import type { inside as english } from '../en/inside.ts';

function event(kind: string, who: string, what: string | null): string {
  const mine = who === 'Du';
  const has = mine ? 'Du hast' : `${who} hat`;
  switch (kind) {
    case 'added':
      return `${has} ${what ?? 'jemanden'} hinzugefügt`;
    case 'removed':
      return `${has} ${what ?? 'jemanden'} entfernt`;
    case 'renamed':
      return what === null ? `${has} den Namen entfernt` : `${has} die Unterhaltung „${what}“ genannt`;
    case 'left':
      return `${has} die Unterhaltung verlassen`;
    case 'photo-changed':
      return `${has} das Bild geändert`;
    case 'photo-removed':
      return `${has} das Bild entfernt`;
    case 'location-started':
      return `${has} begonnen, den Standort zu teilen`;
    case 'location-stopped':
      return `${has} aufgehört, den Standort zu teilen`;
    default:
      return `${who}: etwas, das keine Nachricht ist`;
  }
}

const contactKinds: Readonly<Record<string, string>> = {
  phone: 'Telefon',
  email: 'E-Mail',
  web: 'Web',
  address: 'Adresse',
  date: 'Datum',
  relation: 'Verwandt',
  messaging: 'Messenger',
  social: 'Netzwerk',
  birthday: 'Geburtstag',
  note: 'Notiz',
};

const places: Readonly<Record<string, string>> = {
  contacts: 'Kontakte',
  notes: 'Notizen',
  messages: 'Nachrichten',
  whatsapp: 'WhatsApp',
};

export const inside: typeof english = {
  back: 'Zurück zu diesem Backup',
  opening: 'Das Backup wird geöffnet …',
  cannotOpen: 'Dieses Backup lässt sich nicht öffnen.',
  lead: (name) => `Was im Backup von „${name}“ ist.`,
  leadEarlier: (moment) => `Was am ${moment} darin war.`,
  kinds: {
    label: 'Was darin ist',
    photos: 'Fotos',
    messages: 'Nachrichten',
    contacts: 'Kontakte',
    files: 'Dateien',
    search: 'Suche',
  },
  unlock: {
    lead: 'Dieses Backup ist verschlüsselt. Sein Passwort öffnet es.',
    about:
      'Gemeint ist das Passwort, das für Backups dieses iPhones gesetzt wurde, in Finder, iTunes oder Thaw; oft nicht das des Apple Accounts.',
    password: 'Backup-Passwort',
    hint: 'Es bleibt auf diesem Computer und wird vergessen, wenn du das Backup schließt.',
    wrong: 'Dieses Passwort öffnet es nicht. Nichts wurde geändert; versuch ein anderes.',
    open: 'Öffnen',
    trying: 'Wird geöffnet … das iPhone hat das mit Absicht langsam gemacht',
  },
  files: {
    tree: 'Apps und Ordner',
    list: 'Dateien',
    counting: 'Wird gezählt …',
    none: 'Dieses Backup nennt keine Dateien.',
    choose: 'Wähle eine App oder einen Ordner, um die Dateien zu sehen.',
    here: (count, shown) =>
      count === 0
        ? 'Keine Dateien genau hier; in den Ordnern darunter können welche sein.'
        : count === 1
          ? 'Eine Datei'
          : `${shown} Dateien`,
    takeOut: 'Diesen Ordner herausholen',
    download: (name) => `„${name}“ herunterladen`,
    link: 'Verweis',
  },
  photos: {
    label: 'Fotos und Videos',
    looking: 'Es wird nach Fotos gesucht …',
    count: (count, shown) =>
      count === 0
        ? 'In diesem Backup sind keine Fotos oder Videos.'
        : count === 1
          ? 'Ein Foto oder Video'
          : `${shown} Fotos und Videos, die neuesten zuerst`,
    takeOut: 'Alle herausholen',
    kinds: { photo: 'Foto', video: 'Video' },
    position: (number, total) => `${number} von ${total}`,
    noPicture: 'Dieser Browser kann es nicht zeigen. Heruntergeladen können es andere Programme.',
    onlyInCloud: 'Das Original ist nur in iCloud, nicht in diesem Backup.',
    missing: 'Das Original ist nicht in diesem Backup.',
    deleted: 'zuletzt gelöscht',
    before: 'Das vorige',
    next: 'Das nächste',
    download: 'Herunterladen',
  },
  messages: {
    list: 'Unterhaltungen',
    looking: 'Es wird nach Unterhaltungen gesucht …',
    none: 'In diesem Backup sind keine Nachrichten. Nachrichten in iCloud sind nie in einem Backup.',
    choose: 'Wähle eine Unterhaltung, um sie zu lesen.',
    all: 'Alle Unterhaltungen',
    takeOut: 'Alle herausholen',
    apps: { messages: 'Nachrichten', whatsapp: 'WhatsApp' },
    count: (count, shown) => (count === 1 ? 'eine Nachricht' : `${shown} Nachrichten`),
    you: 'Du',
    somebody: 'Jemand',
    unsent: 'Diese Nachricht wurde zurückgenommen.',
    edited: 'bearbeitet',
    deleted: 'zuletzt gelöscht',
    notHere: (name) => `„${name}“ ist nicht in diesem Backup`,
    event,
  },
  contacts: {
    list: 'Kontakte',
    looking: 'Es wird nach Kontakten gesucht …',
    none: 'In diesem Backup sind keine Kontakte.',
    choose: 'Wähle einen Kontakt, um die Karte zu sehen.',
    all: 'Alle Kontakte',
    takeOut: 'Alle herausholen',
    count: (count, shown) => (count === 1 ? 'Ein Kontakt' : `${shown} Kontakte`),
    kind: (kind) => contactKinds[kind] ?? 'Weiteres',
  },
  search: {
    label: 'Was suchst du?',
    about: 'Einen Namen, eine Nummer, ein Wort in einer Nachricht oder Notiz, den Namen einer Datei.',
    search: 'Suchen',
    searching: 'Es wird gesucht …',
    goingOn: 'Es wird noch gesucht …',
    nothing: (wanted) => `Nirgends steht „${wanted}“.`,
    found: (count, shown) => (count === 1 ? 'Eine Stelle gefunden.' : `${shown} Stellen gefunden.`),
    more: 'Es gibt mehr; ein längeres Wort findet weniger.',
    unsearched: (what) => `Nicht durchsucht, weil es sich nicht lesen lässt: ${what}.`,
    places,
    you: 'Du',
    kinds: { contact: 'Kontakte', message: 'Nachrichten', note: 'Notizen', file: 'Dateien' },
  },
};
