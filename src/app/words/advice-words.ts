import { sizeInWords, timeInWords } from '../../kit/amounts.ts';
import type { AdviceFacts, Method, MethodId } from '../advice/methods.ts';

interface MethodWords {
  readonly title: string;
  readonly includes: string;
  readonly leavesOut: string;
}

/** What each way saves, as Apple describes it for iPhones. */
export const methodWords: Readonly<Record<MethodId, MethodWords>> = {
  'local-encrypted': {
    title: 'On this computer, encrypted',
    includes:
      'everything that can be saved: photos, messages, apps’ data, and also saved passwords, Health, calls and Wi-Fi',
    leavesOut: 'what is only in iCloud already, and the apps themselves, which come back from the App Store',
  },
  'local-plain': {
    title: 'On this computer, not encrypted',
    includes: 'photos, messages, settings, apps’ data; anybody with the disk can read it',
    leavesOut: 'saved passwords, Health, calls, Wi-Fi passwords; and what is only in iCloud',
  },
  wifi: {
    title: 'On this computer, over Wi-Fi',
    includes: 'the same as over the cable',
    leavesOut: 'nothing more; it takes several times as long, and the phone must be awake or charging',
  },
  icloud: {
    title: 'To iCloud, by the iPhone itself',
    includes:
      'settings, apps’ data, and photos and messages that are not synced anyway; passwords and Health stay in iCloud’s own stores',
    leavesOut: 'all that syncs with iCloud, which is there only once, and changes when it changes',
  },
};

/** Size, time and room of one way, in a sentence. */
export function methodInWords({ size, seconds, fits, missingBytes }: Method): string {
  const about = size.from === 'at-most' ? 'at most ' : 'about ';
  const time =
    seconds === undefined
      ? 'how long it takes is not known here'
      : `about ${timeInWords(seconds.first)} the first time${seconds.from === 'usual' ? ' at the usual rate of a cable' : ' at the rate measured here'}, later ones much less`;
  const room =
    fits === undefined
      ? ''
      : fits
        ? '; there is room for it'
        : `; there is no room for it: ${sizeInWords(missingBytes ?? 0)} are missing`;
  return `${about}${sizeInWords(size.bytes)}, ${time}${room}.`;
}

/** The advice in a paragraph. */
export function adviceInWords(best: MethodId, methods: readonly Method[], facts: AdviceFacts): string {
  const icloud = methods.find(({ id }) => id === 'icloud');
  const encrypted = facts.encrypted
    ? 'Backups of this iPhone are encrypted already.'
    : 'Encryption is switched on for it with --encrypt; keep the password well, nobody can find it again.';
  const first =
    best === 'icloud'
      ? 'The disk here is too small and iCloud has room: let the iPhone make its backup there for now, and find a larger disk.'
      : `What fits best here is the encrypted backup on this computer: it holds most, needs neither Internet nor Apple, and is proved when it is done. ${encrypted}`;
  const slow = facts.lowPower
    ? 'Low Power Mode is on: iOS puts its backups to iCloud off until it is switched off or the iPhone charges.'
    : '';
  return [first, beside(icloud, facts), slow].filter((part) => part !== '').join(' ');
}

function beside(icloud: Method | undefined, { icloudOn, icloudSpace }: AdviceFacts): string {
  if (!icloud) return '';
  if (!icloudOn) return 'iCloud Backup is off; a second copy somewhere else is never wrong.';
  if (icloud.fits === false)
    return `iCloud is no help as it is: ${sizeInWords(icloud.missingBytes ?? 0)} are missing there. Delete old backups in Settings › your name › iCloud › Storage, or leave apps out.`;
  if (icloudSpace === undefined)
    return 'Keep iCloud Backup on beside it: it is a second copy in another place. How full iCloud is, only the iPhone shows.';
  if (icloud.fits === undefined)
    return `Keep iCloud Backup on beside it, as a second copy in another place; whether the ${sizeInWords(icloudSpace.totalBytes - icloudSpace.usedBytes)} that are free there are enough, the first backup on this computer will tell.`;
  return 'Keep iCloud Backup on beside it: it has room, and is a second copy in another place.';
}
