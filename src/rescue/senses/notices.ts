import { openNotificationProxy } from '../../phone/services/notification-proxy.ts';
import type { Phone } from '../../phone/session.ts';
import { lookAtBattery } from './battery.ts';
import type { Perceiving, PhoneSense } from './sense.ts';

type Meaning = (phone: Phone, perceiving: Perceiving, signal: AbortSignal) => void | Promise<void>;

/** An unanswered passcode prompt was seen to end a backup after about three minutes. */
const PROMPT_SECONDS = 180;

/**
 * What the phone announces beside a backup. The first three are Apple's own for computers; the system's, which carry
 * no value, were not seen relayed by every iOS.
 */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['com.apple.LocalAuthentication.ui.presented', promptShown],
  ['com.apple.LocalAuthentication.ui.dismissed', promptGone],
  ['com.apple.itunes-client.syncCancelRequest', cancelled],
  ['com.apple.springboard.lockstate', lookAtLock],
  ['com.apple.system.lowpowermode', lowPower],
  ['com.apple.system.thermalpressurelevel', lookAtBattery],
]);

/** Follows the phone's announcements. */
export const noticesSense: PhoneSense = async (phone, perceiving, signal) => {
  await using notifications = await openNotificationProxy(phone, signal);
  for (const name of MEANINGS.keys()) await notifications.observe(name);
  for await (const name of notifications.events(signal)) {
    perceiving.sign({ kind: 'notification', of: name });
    await MEANINGS.get(name)?.(phone, perceiving, signal);
  }
};

function promptShown(_phone: Phone, { tell }: Perceiving): void {
  const facts = { what: 'passcode', seconds: 0, secondsLeft: PROMPT_SECONDS } as const;
  tell({ kind: 'prompt.waits', source: 'phone', facts });
}

function promptGone(_phone: Phone, { tell }: Perceiving): void {
  tell({ kind: 'prompt.gone', source: 'phone', facts: { what: 'passcode' } });
}

function cancelled(_phone: Phone, { tell }: Perceiving): void {
  tell({ kind: 'phone.cancelled', source: 'phone', facts: { times: 1 } });
}

function lowPower(_phone: Phone, { tell }: Perceiving): void {
  tell({ kind: 'phone.low-power-changed', source: 'phone', facts: { times: 1 } });
}

async function lookAtLock(phone: Phone, { tell }: Perceiving, signal: AbortSignal): Promise<void> {
  const locked = (await phone.value({ key: 'PasswordProtected' }, signal)) === true;
  tell({ kind: 'phone.lock', source: 'lockdown', facts: { locked } });
}
