import { pair, unpair, validatePair } from './pairing.ts';
import { type Handler, LockdownError, sessionOf } from './request.ts';
import { startSession, stopSession } from './session.ts';
import { startService } from './start-service.ts';
import { getValue, removeValue, setValue } from './value-requests.ts';

const enterRecovery: Handler = (conversation) => {
  sessionOf(conversation);
  const { phone } = conversation;
  phone.later(0.5, () => phone.boot.enter('recovery'));
  return {};
};

/** Only a program on the phone itself may do this. */
const resetPairing: Handler = () => {
  throw new LockdownError('RemoveProhibited');
};

const acknowledge: Handler = (conversation) => {
  sessionOf(conversation);
  return {};
};

/** Every request lockdownd knows. */
export const requests: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['QueryType', () => ({ Type: 'com.apple.mobile.lockdown' })],
  ['GetValue', getValue],
  ['SetValue', setValue],
  ['RemoveValue', removeValue],
  ['Pair', pair],
  ['ValidatePair', validatePair],
  ['Unpair', unpair],
  ['StartSession', startSession],
  ['StopSession', stopSession],
  ['StartService', startService],
  ['EnterRecovery', enterRecovery],
  ['ResetPairing', resetPairing],
  ['Activate', acknowledge],
  ['Deactivate', acknowledge],
  ['Goodbye', () => ({ Result: 'Success' })],
]);
