import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backup } from '../../../src/app/backup.ts';
import { systemClock } from '../../../src/kit/clock.ts';
import { startVirtual } from '../../../src/virtual/start.ts';
import { calls } from '../../support/app-data/calls.ts';
import { contacts } from '../../support/app-data/contacts.ts';
import { modernMessages } from '../../support/app-data/messages.ts';
import { notes } from '../../support/app-data/notes.ts';
import { PhoneFolder } from '../../support/app-data/phone-folder.ts';
import { whatsApp } from '../../support/app-data/whatsapp.ts';
import { album } from './album.ts';

export const PASSWORD = 'pässwörd 密码';
/** What the phone's own app keeps. */
export const JOURNAL = 'AppDomain-com.example.journal';

/** All that apps may hold, the strangest included. */
const EVERYTHING_ODD = [calls, contacts, modernMessages, notes, whatsApp];

export interface HomeWithBackup extends AsyncDisposable {
  /** The folder that is home to whoever opens the page. */
  readonly home: string;
  /** Where the backup lies. */
  readonly destination: string;
}

/** A home folder with one backup in it, made by Thaw of a phone with something in every app. */
export async function homeWithBackup({
  encrypt = false,
  times = 1,
  apps = EVERYTHING_ODD,
}: {
  readonly encrypt?: boolean;
  /** How often the phone was saved; it changes in between. */
  readonly times?: number;
  /** What is on the phone beside photos and files. */
  readonly apps?: readonly ((phone: PhoneFolder) => void)[];
} = {}): Promise<HomeWithBackup> {
  const home = await mkdtemp(join(tmpdir(), 'thaw-home-'));
  const [destination, contents] = [join(home, 'backups'), join(home, 'phone')];
  await mkdir(destination);
  const phone = new PhoneFolder(contents);
  fill(phone, apps);
  for (let time = 1; time <= times; time += 1) {
    phone.file(JOURNAL, `Documents/day ${time}.txt`, `what happened on day ${time}`);
    await save(contents, destination, encrypt);
  }
  await rm(contents, { recursive: true });
  return {
    home,
    destination,
    [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true, maxRetries: 3 }),
  };
}

function fill(phone: PhoneFolder, apps: readonly ((phone: PhoneFolder) => void)[]): void {
  for (const app of apps) app(phone);
  album(phone, 140);
  for (let number = 0; number < 450; number += 1)
    phone.file(JOURNAL, `Documents/entries/${number}.json`, `{"entry":${number}}`);
  phone.file(JOURNAL, 'Documents/Übersicht 旅行 ☕.txt', 'ünïcode', '2020-02-29T23:59:59Z');
}

async function save(contents: string, destination: string, encrypt: boolean): Promise<void> {
  await using virtual = await startVirtual({
    phone: {
      name: 'Work iPhone',
      passcode: false,
      ...(encrypt && { encrypt: true, backupPassword: PASSWORD, keybagRounds: 100 }),
    },
    content: { folder: contents },
  });
  const request = { usbmuxd: virtual.address, destination, full: false, password: PASSWORD };
  for await (const _ of backup(request, systemClock, AbortSignal.timeout(120_000)));
}
