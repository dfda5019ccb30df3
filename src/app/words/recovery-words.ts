import type { RecoveryCode } from '../../host/recovery/errors.ts';
import { NOTHING_TOUCHED, type WordsFor } from './phrases.ts';

const BY_HAND = 'The buttons do it too: “thaw fix restart-from-boot” shows which.';
const APPLES = 'or use Finder or the Apple Devices app: choose Update there, not Restore.';

/** What a person can do about it, by what the program complained of. */
const TROUBLES: ReadonlyMap<string, string> = new Map([
  ['no-phone', 'Plug the iPhone in again, straight into the computer, and start again.'],
  ['not-trusted', 'Unlock it and tap Trust, or bring it into recovery mode: thaw fix enter-recovery'],
  ['cable', 'Take another cable and another port, without a hub, and start again.'],
  [
    'no-usbmuxd',
    'Restart the service that talks to iPhones (Linux: sudo systemctl restart usbmuxd), and start again.',
  ],
  [
    'apple-not-reached',
    'Look whether this network lets gs.apple.com through (VPN, firewall), and start again.',
  ],
  ['download-damaged', 'Start again: the download is made anew.'],
  ['hardware', 'This points at the iPhone’s own parts: Apple or a repairer can tell.'],
]);

export const recoveryWords: WordsFor<RecoveryCode> = {
  'recovery.no-program': ({ program, command }) => ({
    what: `${program ?? 'The program'} is not installed; it is what talks to iPhones in this state.`,
    safe: NOTHING_TOUCHED,
    next:
      command === undefined
        ? `Open the Apple Devices app or Finder: choose Update there, not Restore. ${BY_HAND}`
        : `Install it: ${command}. ${BY_HAND}`,
  }),
  'recovery.refused': ({ reason }) => ({
    what: `The iPhone did not take the command${reason ? ` (${reason})` : ''}.`,
    safe: NOTHING_TOUCHED,
    next: `On Linux, try once more with sudo if it says that it cannot connect. ${BY_HAND}`,
  }),
  'recovery.would-erase': () => ({
    what: 'The program was about to erase the iPhone, which nobody asked for, and was stopped.',
    safe: 'Nothing was erased.',
    next: `Start again, ${APPLES}`,
  }),
  'recovery.at-work': () => ({
    what: 'The iPhone updates itself, or is being restored.',
    safe: 'Thaw has not touched it: broken off now, it might not start any more.',
    next: 'Leave it connected for up to an hour, then look again: thaw devices',
  }),
  'recovery.no-backup': ({ problem }) => ({
    what: `Erasing needs a verified backup of this very iPhone in hand${problem ? `: ${problem}` : ''}.`,
    safe: NOTHING_TOUCHED,
    next: 'Name the folder: thaw fix erase --to FOLDER. To keep what is on the iPhone, try “thaw fix reinstall” first.',
  }),
  'recovery.not-agreed': ({ phrase }) => ({
    what: 'Nobody agreed to it in so many words.',
    safe: NOTHING_TOUCHED,
    next: `Start again and type: ${phrase ?? ''}`,
  }),
  'recovery.failed': ({ reason, trouble }) => ({
    what: `Installing iOS did not succeed${reason ? `: ${reason}` : ''}.`,
    safe: 'The iPhone may be in recovery mode now; it can be repeated from there. What was on it is most likely still there.',
    next: TROUBLES.get(String(trouble ?? '')) ?? `Start again, ${APPLES}`,
  }),
};
