import type { Facts } from '../../kit/errors.ts';
import type { PhoneCode } from '../../phone/errors.ts';
import { EARLIER_SAFE, NOTHING_TOUCHED, type WordsFor } from './phrases.ts';

const TRY_AGAIN = 'Then start again: Thaw carries on where it was.';

/** More than these nobody reads in a sentence. */
const MOST_UDIDS = 4;

function severalPhones(phones: Facts[string]): string {
  if (phones === undefined) return 'Several phones are connected.';
  const { length } = String(phones).split(', ');
  return length > MOST_UDIDS ? `${length} phones are connected.` : `Several phones are connected: ${phones}.`;
}

export const phoneWords: WordsFor<PhoneCode> = {
  'mux.address': ({ address }) => ({
    what: `USBMUXD_SOCKET_ADDRESS says “${address ?? ''}”, which is no address.`,
    safe: NOTHING_TOUCHED,
    next: 'Use UNIX:/path/to/socket or host:port, or unset it.',
  }),
  'mux.absent': ({ address }) => ({
    what: `The service that talks to iPhones (usbmuxd) does not answer at ${address ?? 'its usual place'}.`,
    safe: NOTHING_TOUCHED,
    next: 'Linux: install and start usbmuxd. Windows: install the Apple Devices app and open it once. Mac: restart the Mac.',
  }),
  'mux.permission': ({ address }) => ({
    what: `This user may not use the service that talks to iPhones (${address ?? 'usbmuxd'}).`,
    safe: NOTHING_TOUCHED,
    next: 'Ask for access to its socket (on Linux often the group “plugdev” or “usbmux”), then try again.',
  }),
  'mux.refused': ({ number }) => ({
    what: `The service that talks to iPhones refused a request${number === undefined ? '' : ` (result ${number})`}.`,
    safe: EARLIER_SAFE,
    next: 'Unplug the iPhone, wait five seconds, plug it in again, and try once more.',
  }),
  'mux.gone': () => ({
    what: 'The service that talks to iPhones hung up.',
    safe: EARLIER_SAFE,
    next: `Restart it (Linux: sudo systemctl restart usbmuxd). ${TRY_AGAIN}`,
  }),
  'mux.silent': () => ({
    what: 'The service that talks to iPhones does not answer in time.',
    safe: EARLIER_SAFE,
    next: `Restart it (Linux: sudo systemctl restart usbmuxd). ${TRY_AGAIN}`,
  }),
  'phone.none': () => ({
    what: 'No iPhone is connected.',
    safe: NOTHING_TOUCHED,
    next: 'Plug it in with its cable and unlock it. If it only charges, try another cable or port.',
  }),
  'phone.several': ({ phones }) => ({
    what: severalPhones(phones),
    safe: NOTHING_TOUCHED,
    next: 'Say which one: --udid, as “thaw devices” lists it.',
  }),
  'phone.absent': ({ udid }) => ({
    what: `The phone ${udid ?? ''} is not connected.`,
    safe: NOTHING_TOUCHED,
    next: 'Plug it in and unlock it, or see “thaw devices” for those that are.',
  }),
  'phone.cable-there': () => ({
    what: 'The iPhone was put on the cable while it was backed up over Wi-Fi.',
    safe: EARLIER_SAFE,
    next: TRY_AGAIN.replace('Then start', 'Start'),
  }),
  'phone.recovery': () => ({
    what: 'The iPhone is in recovery mode (its screen shows a cable and a computer): it cannot be backed up like this.',
    safe: 'Recovery mode by itself deletes nothing.',
    next: 'Run “thaw fix leave-recovery”: it restarts, and mostly is as it was. Do not choose Restore anywhere: that erases it.',
  }),
  'phone.dfu': () => ({
    what: 'The iPhone is in DFU mode (its screen stays black): it cannot be backed up like this.',
    safe: 'DFU mode by itself deletes nothing.',
    next: 'Run “thaw fix restart-from-boot”: it shows which buttons restart it, and counts with you.',
  }),
  'phone.restoring': () => ({
    what: 'The iPhone is being restored or updated right now.',
    safe: NOTHING_TOUCHED,
    next: 'Leave it connected and let it finish. Unplugging it now can do harm.',
  }),
  'phone.updating': () => ({
    what: 'The iPhone prepares or installs an update of iOS.',
    safe: 'Left alone, it comes back by itself with everything on it.',
    next: 'Leave it connected and do not touch it. It may take an hour; then start again.',
  }),
  'phone.setup': () => ({
    what: 'The iPhone’s set-up is not finished.',
    safe: NOTHING_TOUCHED,
    next: 'Finish the set-up on the phone, then try again.',
  }),
  'phone.unseen': () => ({
    what: 'An iPhone is on the cable, but the service that talks to iPhones (usbmuxd) does not know of it.',
    safe: NOTHING_TOUCHED,
    next: 'Unplug it, wait five seconds and plug it in again. If that changes nothing, restart the service (Linux: sudo systemctl restart usbmuxd).',
  }),
  'phone.power-only': () => ({
    what: 'Something by Apple takes power from this computer, but no data comes over the cable.',
    safe: NOTHING_TOUCHED,
    next: 'Unlock the iPhone and allow the accessory if it asks. If it still only charges, take a cable that carries data.',
  }),
  'phone.gone': () => ({
    what: 'The connection to the iPhone was lost.',
    safe: `${EARLIER_SAFE} What was received is kept.`,
    next: `Check the cable at both ends. ${TRY_AGAIN}`,
  }),
  'phone.not-listening': () => ({
    what: 'The iPhone is connected but does not answer yet: it is starting up, or installing an update.',
    safe: EARLIER_SAFE,
    next: 'Wait until its lock screen shows, unlock it, and try again. With a bar below the Apple logo that may take an hour.',
  }),
  'phone.silent': () => ({
    what: 'The iPhone does not answer in time.',
    safe: EARLIER_SAFE,
    next: 'Unlock it and try again. If that does not help, restart the iPhone.',
  }),
  'phone.tls': () => ({
    what: 'The protected connection to the iPhone could not be made: the pairing is out of date, or something on this computer is in between.',
    safe: NOTHING_TOUCHED,
    next: 'Run “thaw unpair”, then “thaw pair”, and tap Trust on the phone.',
  }),
  'phone.locked': () => ({
    what: 'The iPhone is locked.',
    safe: NOTHING_TOUCHED,
    next: 'Unlock it with its passcode and try again.',
  }),
  'phone.before-first-unlock': () => ({
    what: 'The iPhone has not been unlocked since it was switched on.',
    safe: NOTHING_TOUCHED,
    next: 'Unlock it once with its passcode and try again.',
  }),
  'phone.trust-pending': () => ({
    what: 'The iPhone is asking whether to trust this computer.',
    safe: NOTHING_TOUCHED,
    next: 'Unlock it, tap Trust, and enter the passcode.',
  }),
  'phone.trust-denied': () => ({
    what: '“Don’t Trust” was tapped on the iPhone.',
    safe: NOTHING_TOUCHED,
    next: 'Unplug it, plug it in again, and tap Trust.',
  }),
  'phone.not-trusted': () => ({
    what: 'The iPhone does not trust this computer yet, or no longer.',
    safe: NOTHING_TOUCHED,
    next: 'Run “thaw pair” and tap Trust on the phone.',
  }),
  'phone.trust-needs-cable': () => ({
    what: 'Trust can only be given over the cable.',
    safe: NOTHING_TOUCHED,
    next: 'Connect the iPhone with its cable and run “thaw pair”.',
  }),
  'phone.supervised': () => ({
    what: 'The iPhone belongs to an organisation that lets only its own computers connect.',
    safe: NOTHING_TOUCHED,
    next: 'Ask the organisation, or back up to iCloud.',
  }),
  'phone.session-lost': () => ({
    what: 'The iPhone ended the session.',
    safe: EARLIER_SAFE,
    next: `Unlock it. ${TRY_AGAIN}`,
  }),
  'phone.service-refused': ({ service, error }) => ({
    what: `The iPhone did not start ${service ?? 'a service'}${error === undefined ? '' : ` (${error})`}.`,
    safe: EARLIER_SAFE,
    next: 'Finish its set-up if it is not finished, unlock it, and try again. If it stays so, restart the iPhone.',
  }),
  'phone.service-prohibited': ({ service }) => ({
    what: `A profile on the iPhone forbids ${service ?? 'this service'}.`,
    safe: NOTHING_TOUCHED,
    next: 'Ask whoever manages the phone.',
  }),
  'phone.services-exhausted': () => ({
    what: 'The iPhone has too many connections open.',
    safe: EARLIER_SAFE,
    next: 'Close other programs that use it, or restart the iPhone.',
  }),
  'phone.value-prohibited': ({ key }) => ({
    what: `The iPhone does not let this computer read or change ${key ?? 'this value'}.`,
    safe: NOTHING_TOUCHED,
    next: 'Unlock the phone and try again.',
  }),
  'phone.storage': () => ({
    what: 'The iPhone could not save the pairing: its storage may be full.',
    safe: NOTHING_TOUCHED,
    next: 'Free some space on the phone and try again.',
  }),
  'phone.refused': ({ error }) => ({
    what: `The iPhone answered “${error ?? 'no'}”.`,
    safe: EARLIER_SAFE,
    next: 'Unlock it and try again.',
  }),
  'phone.file-missing': ({ path }) => ({
    what: `The iPhone has no file ${path ?? ''}.`,
    safe: EARLIER_SAFE,
    next: 'Try again.',
  }),
  'phone.file-locked': () => ({
    what: 'Another program is using the iPhone.',
    safe: EARLIER_SAFE,
    next: 'Close Finder, iTunes or any other program that syncs with it, and try again.',
  }),
  'phone.file-refused': ({ status }) => ({
    what: `The iPhone refused a file operation${status === undefined ? '' : ` (AFC ${status})`}.`,
    safe: EARLIER_SAFE,
    next: 'Unlock it and try again.',
  }),
};
