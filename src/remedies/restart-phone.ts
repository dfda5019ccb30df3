import { unlock } from '../guide/steps/unlock.ts';
import { restart } from '../phone/services/diagnostics.ts';
import { askPerson } from './ask-person.ts';
import { isLocked, phoneReplugged } from './probes/phone-probes.ts';
import { withPhone } from './reach-phone.ts';
import type { Remedy } from './remedy.ts';
import { until } from './wait.ts';

/** The relay was seen to hang on phones that are locked. */
const COMMAND_MS = 30_000;
const BOOT_MS = 240_000;

/** The phone is told to restart, and waited for, and then for its first unlock: before it, it cannot read its files. */
export const restartPhone: Remedy = {
  id: 'restart-phone',
  requirements: ['A3', 'A8', 'D6'],
  risk: 'interrupts',
  reach: 'auto',
  cures: {
    'leftover-on-phone': 0.9,
    'leftover-run': 0.6,
    'backup-daemon-silent': 0.8,
    'backup-daemon-crashed': 0.5,
    'backup-daemon-memory-killed': 0.3,
    'backup-service-refused': 0.7,
    'refused-by-phone': 0.6,
    'phone-storage-trouble': 0.6,
    'absurd-size-estimate': 0.6,
    'percent-loop': 0.6,
    'end-missing': 0.6,
    'sync-lock-held': 0.2,
    '*': 0.3,
  },
  cost: { seconds: 120, trouble: 2 },
  tries: 1,
  sentence: () => 'Restarting the iPhone. Nothing on it is lost; it then waits to be unlocked once.',
  may: ({ udid, trouble }) => udid !== undefined && trouble.kind !== 'waiting',
  apply: async (situation, signal) => {
    const isBack = await phoneReplugged(situation, signal);
    await withPhone(situation, (phone, limited) => restart(phone, limited), signal, COMMAND_MS);
    if (!(await until(situation, BOOT_MS, isBack, signal))) return 'failed';
    if (!(await isLocked(situation, signal))) return 'done';
    return await askPerson(situation, unlock, {}, signal);
  },
};
