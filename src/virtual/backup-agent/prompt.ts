import { withTimeLimit } from '../../kit/signals.ts';
import type { AgentFault } from '../fault.ts';
import type { VirtualPhone } from '../phone.ts';
import { AgentFailure } from './failure.ts';
import { isAtLeast } from './ios-version.ts';

/** Seen with iOS 16.1: an unanswered prompt ends the run after about three minutes. */
const PROMPT_LIMIT_MS = 180_000;
/** What the phone needs to bring it up; by then whoever wants to hear of it is listening. */
const PROMPT_AFTER_MS = 500;

/**
 * Since iOS 16.1 the owner enters the passcode for every backup, if one is set. Before, it was enough that the phone
 * was not locked. Throws 208 when the owner refuses or does not answer.
 */
export async function askForBackup(phone: VirtualPhone, signal: AbortSignal): Promise<void> {
  if (!phone.passcodeSet) return;
  if (isAtLeast(phone.iosVersion, 16, 1)) await askForPasscode(phone, signal);
  else if (phone.locked) throw deviceLocked();
}

/** Since iOS 13 changing the backup password needs the passcode, if one is set. */
export async function askForPasswordChange(phone: VirtualPhone, signal: AbortSignal): Promise<void> {
  if (phone.passcodeSet && isAtLeast(phone.iosVersion, 13, 0)) await askForPasscode(phone, signal);
}

export function deviceLocked(): AgentFault {
  return new AgentFailure(208, 'Device locked');
}

async function askForPasscode(phone: VirtualPhone, signal: AbortSignal): Promise<void> {
  await phone.clock.sleep(PROMPT_AFTER_MS, signal);
  const answer = await withTimeLimit(
    phone.clock,
    PROMPT_LIMIT_MS,
    deviceLocked,
    (limited) => phone.prompt('passcode-prompt', limited),
    signal,
  );
  if (answer === 'refused') throw deviceLocked();
}
