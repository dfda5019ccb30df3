import { answers } from './reach-phone.ts';
import type { Remedy } from './remedy.ts';
import { until } from './wait.ts';

/** Longer each time: what has just broken needs a moment. */
const PAUSES_MS = [1000, 5000, 15_000];
const ANSWER_MS = 15_000;

/** All connections are closed, and new ones made; what was received is kept, and the phone sends the rest. */
export const resetConnection: Remedy = {
  id: 'reset-connection',
  requirements: ['A1', 'A8', 'A14', 'C2'],
  risk: 'interrupts',
  reach: 'auto',
  cures: {
    'link-unstable': 0.7,
    'bad-cable-or-port': 0.2,
    'bad-hub': 0.2,
    'usb-power-saving': 0.2,
    'two-phone-services': 0.2,
    'backup-daemon-crashed': 0.7,
    'backup-daemon-memory-killed': 0.4,
    'backup-daemon-silent': 0.6,
    'backup-service-refused': 0.5,
    'refused-by-phone': 0.5,
    'garbled-talk': 0.6,
    'backup-not-whole': 0.7,
    'end-missing': 0.8,
    'percent-loop': 0.6,
    'computer-slept': 0.9,
    'phone-restarted': 0.7,
    'leftover-run': 0.5,
    'phone-frozen': 0.05,
    'bad-file': 0.2,
    'destination-vanished': 0.1,
    'phone-storage-trouble': 0.2,
    'usbmuxd-hung': 0.4,
    'weak-power': 0.4,
    '*': 0.4,
  },
  cost: { seconds: 20, trouble: 0 },
  tries: 3,
  sentence: () => 'Connecting again, to go on where the backup stopped.',
  may: ({ trouble }) => !aboutTheDisk(trouble.code) && !aboutPerson(trouble.code),
  apply: async (situation, signal) => {
    await situation.clock.sleep(PAUSES_MS[situation.tried] ?? 15_000, signal);
    const back = await until(situation, ANSWER_MS, (now) => answers(situation, now), signal);
    return back ? 'done' : 'failed';
  },
};

/** What lies on this side of the cable no connection mends. */
function aboutTheDisk(code = ''): boolean {
  return (
    code.startsWith('destination.') ||
    code.startsWith('vault.') ||
    code === 'backup.no-space' ||
    code === 'backup.write-failed'
  );
}

/** Nor what only the person with the phone in hand can do. */
function aboutPerson(code = ''): boolean {
  return PERSON.has(code);
}

const PERSON = new Set([
  'backup.locked',
  'backup.wrong-password',
  'backup.cancelled-on-phone',
  'backup.setup-unfinished',
  'backup.encryption-enforced',
  'phone.locked',
  'phone.before-first-unlock',
  'phone.trust-denied',
  'phone.trust-pending',
  'phone.supervised',
]);
