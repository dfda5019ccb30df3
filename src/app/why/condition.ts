import type { Clock } from '../../kit/clock.ts';
import type { Evidence } from '../../kit/evidence.ts';
import type { Usbmux } from '../../phone/usbmux.ts';
import { type ListedPhone, listPhones } from '../devices.ts';
import type { Conduct, PhoneState } from '../phone-state.ts';

/** How a phone is, how long that lasts, and whether touching it is dangerous now. */
export interface Condition extends Conduct {
  readonly state: PhoneState;
  readonly model: string | null;
}

/** The state of the phone that could not be reached; null when nothing is to be seen of it. */
export async function conditionOf(
  wanted: { readonly mux: Usbmux; readonly clock: Clock; readonly udid?: string | undefined },
  signal: AbortSignal,
): Promise<Condition | null> {
  const phones = await listPhones(wanted, signal).catch((): ListedPhone[] => []);
  signal.throwIfAborted();
  const [phone, ...others] = phones;
  if (!phone || others.length > 0) return null;
  return { state: phone.state, model: phone.model, ...phone.conduct };
}

/** What the state is evidence of. */
export function evidenceOf({ state }: Condition, at: string): Evidence[] {
  switch (state) {
    case 'restore':
      return [{ kind: 'phone.mode', source: 'lockdown', at, facts: { mode: state } }];
    case 'recovery':
    case 'dfu':
      return [{ kind: 'phone.mode', source: 'computer', at, facts: { mode: state } }];
    case 'starting':
      return [{ kind: 'phone.starting', source: 'lockdown', at, facts: { seconds: 0 } }];
    case 'charging-only':
      return [{ kind: 'link.power-only', source: 'computer', at, facts: { ports: 1 } }];
    case 'unseen':
      return [{ kind: 'computer.mux-blind', source: 'computer', at, facts: { phonesOnBus: 1 } }];
    case 'updating':
      return [{ kind: 'phone.updating', source: 'phone-log', at, facts: { state: 'preparing' } }];
    default:
      return [];
  }
}
