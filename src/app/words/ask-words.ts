import type { RunFact } from '../../kit/run-event.ts';

/** What the phone waits for a person to do. */
export type Ask = Extract<RunFact, { type: 'phone.asks' }>['what'];

export const askWords: Readonly<Record<Ask, string>> = {
  passcode: 'The iPhone asks for its passcode: please enter it there.',
  trust: 'The iPhone asks whether to trust this computer: tap Trust and enter the passcode.',
  unlock: 'The iPhone is locked: please unlock it.',
};
