import { isThawError, ThawError } from '../kit/errors.ts';

export type PhoneCode =
  // the way to usbmuxd
  | 'mux.address' // USBMUXD_SOCKET_ADDRESS makes no sense
  | 'mux.absent' // nothing listens there
  | 'mux.permission' // somebody does, but not for us
  | 'mux.refused' // it refused a request; `facts.number` is its answer
  | 'mux.gone' // it hung up in the middle
  | 'mux.silent' // it did not answer in time
  // which phone
  | 'phone.none'
  | 'phone.several'
  | 'phone.absent' // the one asked for is not here
  | 'phone.recovery'
  | 'phone.dfu'
  | 'phone.restoring'
  | 'phone.updating' // it prepares or installs an update of iOS
  | 'phone.setup' // its set-up or activation is not finished
  | 'phone.unseen' // on the bus, and usbmuxd does not list it
  | 'phone.power-only' // it takes power here and shows no data
  // the way to the phone
  | 'phone.gone' // unplugged, or the link broke
  | 'phone.not-listening' // it is there, but its port 62078 refuses: starting up, or frozen
  | 'phone.silent' // it did not answer in time
  | 'phone.cable-there' // it is on Wi-Fi, and was put on the cable
  | 'phone.tls'
  // trust and locks
  | 'phone.locked'
  | 'phone.before-first-unlock'
  | 'phone.trust-pending'
  | 'phone.trust-denied'
  | 'phone.not-trusted'
  | 'phone.trust-needs-cable'
  | 'phone.supervised'
  // what it answered
  | 'phone.session-lost'
  | 'phone.service-refused'
  | 'phone.service-prohibited'
  | 'phone.services-exhausted'
  | 'phone.value-prohibited'
  | 'phone.storage'
  | 'phone.refused' // any other answer; `facts.error` keeps its text
  | 'phone.file-missing'
  | 'phone.file-locked'
  | 'phone.file-refused'; // AFC refused; `facts.status` is its number

/** A failure on the way to the phone, or an answer of its that is a refusal. */
export class PhoneError extends ThawError<PhoneCode> {}

/** True for a PhoneError with one of these codes. */
export function isPhoneError(thrown: unknown, ...codes: PhoneCode[]): thrown is PhoneError {
  return thrown instanceof PhoneError && codes.includes(thrown.code);
}

/** True when a read or write failed because the connection ended or broke. */
export function isBrokenStream(thrown: unknown): boolean {
  return isThawError(thrown, 'stream.ended', 'stream.failed');
}
