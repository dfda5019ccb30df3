/** Words for a person about what happened in a conversation; kinds that nobody knows are told as little as they are. */
function event(kind: string, who: string, what: string | null): string {
  switch (kind) {
    case 'added':
      return `${who} added ${what ?? 'somebody'}`;
    case 'removed':
      return `${who} removed ${what ?? 'somebody'}`;
    case 'renamed':
      return what === null ? `${who} removed the name` : `${who} named the conversation “${what}”`;
    case 'left':
      return `${who} left`;
    case 'photo-changed':
      return `${who} changed the picture`;
    case 'photo-removed':
      return `${who} removed the picture`;
    case 'location-started':
      return `${who} began to share a location`;
    case 'location-stopped':
      return `${who} stopped sharing a location`;
    default:
      return `${who}: something that is not a message`;
  }
}

const contactKinds: Readonly<Record<string, string>> = {
  phone: 'Phone',
  email: 'E-mail',
  web: 'Web',
  address: 'Address',
  date: 'Date',
  relation: 'Related',
  messaging: 'Messaging',
  social: 'Network',
  birthday: 'Birthday',
  note: 'Note',
};

const places: Readonly<Record<string, string>> = {
  contacts: 'contacts',
  notes: 'notes',
  messages: 'messages',
  whatsapp: 'WhatsApp',
};

/** Inside a backup. */
export const inside = {
  back: 'Back to this backup',
  opening: 'Opening the backup …',
  cannotOpen: 'This backup cannot be opened.',
  lead: (name: string) => `What is in the backup of ${name}.`,
  leadEarlier: (moment: string) => `What was in it on ${moment}.`,
  kinds: {
    label: 'What is in it',
    photos: 'Photos',
    messages: 'Messages',
    contacts: 'Contacts',
    files: 'Files',
    search: 'Search',
  },
  unlock: {
    lead: 'This backup is encrypted. Its password opens it.',
    about:
      'It is the password that was set for backups of this iPhone, in Finder, iTunes or Thaw; often not that of the Apple Account.',
    password: 'Backup password',
    hint: 'It stays on this computer and is forgotten when you close the backup.',
    wrong: 'This password does not open it. Nothing was changed; try another.',
    open: 'Open it',
    trying: 'Opening … the iPhone made this slow on purpose',
  },
  files: {
    tree: 'Apps and folders',
    list: 'Files',
    counting: 'Counting …',
    none: 'This backup lists no files.',
    choose: 'Choose an app or a folder to see its files.',
    here: (count: number, shown: string) =>
      count === 0
        ? 'No files right here; its folders may hold some.'
        : count === 1
          ? 'One file'
          : `${shown} files`,
    takeOut: 'Take this folder out',
    download: (name: string) => `Download “${name}”`,
    link: 'link',
  },
  photos: {
    label: 'Photos and videos',
    looking: 'Looking for photos …',
    count: (count: number, shown: string) =>
      count === 0
        ? 'There are no photos or videos in this backup.'
        : count === 1
          ? 'One photo or video'
          : `${shown} photos and videos, the newest first`,
    takeOut: 'Take them all out',
    kinds: { photo: 'photo', video: 'video' },
    position: (number: string, total: string) => `${number} of ${total}`,
    noPicture: 'This browser cannot show it. Downloaded, other programs can.',
    onlyInCloud: 'The original is only in iCloud, not in this backup.',
    missing: 'The original is not in this backup.',
    deleted: 'recently deleted',
    before: 'The one before',
    next: 'The next one',
    download: 'Download',
  },
  messages: {
    list: 'Conversations',
    looking: 'Looking for conversations …',
    none: 'There are no messages in this backup. Messages kept in iCloud are never in a backup.',
    choose: 'Choose a conversation to read it.',
    all: 'All conversations',
    takeOut: 'Take them all out',
    apps: { messages: 'Messages', whatsapp: 'WhatsApp' },
    count: (count: number, shown: string) => (count === 1 ? 'one message' : `${shown} messages`),
    you: 'You',
    somebody: 'Somebody',
    unsent: 'This message was taken back.',
    edited: 'edited',
    deleted: 'recently deleted',
    notHere: (name: string) => `“${name}” is not in this backup`,
    event,
  },
  contacts: {
    list: 'Contacts',
    looking: 'Looking for contacts …',
    none: 'There are no contacts in this backup.',
    choose: 'Choose a contact to see their card.',
    all: 'All contacts',
    takeOut: 'Take them all out',
    count: (count: number, shown: string) => (count === 1 ? 'One contact' : `${shown} contacts`),
    kind: (kind: string) => contactKinds[kind] ?? 'Other',
  },
  search: {
    label: 'What are you looking for?',
    about: 'A name, a number, a word in a message or a note, the name of a file.',
    search: 'Search',
    searching: 'Searching …',
    goingOn: 'Still searching …',
    nothing: (wanted: string) => `Nothing here says “${wanted}”.`,
    found: (count: number, shown: string) => (count === 1 ? 'One place found.' : `${shown} places found.`),
    more: 'There are more; a longer word finds fewer.',
    unsearched: (what: string) => `Not searched, because it cannot be read: ${what}.`,
    places,
    you: 'You',
    kinds: { contact: 'Contacts', message: 'Messages', note: 'Notes', file: 'Files' },
  },
};
