import { Random } from '../virtual/random.ts';
import { type Scenario, type ScenarioInput, scenarioSchema } from '../virtual/scenario.ts';

type FaultInput = NonNullable<ScenarioInput['faults']>[number];
type Deed = (random: Random) => FaultInput;

/** What may go wrong by chance, with sizes and times that fit a small phone. Nothing here lasts for ever unless it can be mended. */
const DEEDS: readonly Deed[] = [
  (random) => ({ do: 'unplug', seconds: 1 + random.below(20) }),
  (random) => ({ do: 'flap', count: 1 + random.below(6) }),
  (random) => ({ do: 'slow-link', bytesPerSecond: 300_000 + random.below(2_000_000), seconds: 60 }),
  (random) => ({ do: 'silence', seconds: 30 + random.below(400) }),
  () => ({ do: 'silence', until: 'reboot' }),
  (random) => ({ do: 'scan-quietly', seconds: 30 + random.below(900) }),
  (random) => ({ do: 'freeze', seconds: 20 + random.below(300) }),
  () => ({ do: 'freeze', until: 'force-restart' }),
  () => ({ do: 'kill-daemon' }),
  (random) => ({ do: 'memory-kill', limitBytes: 20_000 + random.below(200_000) }),
  (random) => ({ do: 'lock', seconds: 5 + random.below(100) }),
  (random) => ({ do: 'low-battery', percent: 1 + random.below(9) }),
  (random) => ({ do: 'overheat', seconds: 60 + random.below(300) }),
  () => ({ do: 'reboot' }),
  (random) => ({ do: 'storage-full', seconds: 30 + random.below(100) }),
  () => ({ do: 'bad-file' }),
  (random) => ({ do: 'wrong-percent', percent: random.below(101) }),
  () => ({ do: 'percent-loop' }),
  (random) => ({ do: 'cancel-on-phone', graceSeconds: random.below(10) }),
  (random) => ({ do: 'busy-sync-lock', seconds: 10 + random.below(120) }),
  (random) => ({ do: 'icloud-collision', seconds: 10 + random.below(200) }),
  () => ({ do: 'forget-pairing' }),
  (random) => ({ do: 'tls-break', seconds: 10 + random.below(100) }),
  (random) => ({
    do: 'error',
    code: [1, 3, 22, 25, 100, 104, 105, 205, 208, 212, 999][random.below(11)] ?? 1,
  }),
  (random) => ({ do: 'computer', what: 'sleeps', seconds: 20 + random.below(200) }),
  () => ({ do: 'computer', what: 'program-is-killed' }),
];

const FILES = 60;
const BYTES = 3_000_000;

/** A phone, an owner and one to three troubles made up from a seed: the same seed makes the same scenario. */
export function composeScenario(seed: number): Scenario {
  const random = new Random(seed);
  const willing = random.below(4) > 0;
  const faults = Array.from({ length: 1 + random.below(3) }, () => {
    const deed = DEEDS[random.below(DEEDS.length)] ?? DEEDS[0];
    return { ...deed?.(random), when: whenever(random), times: 1 + random.below(2) };
  });
  return scenarioSchema.parse({
    name: `random ${seed}`,
    seed: 1000 + seed,
    speed: 20,
    earlier: random.below(2) === 0,
    phone: {
      passcode: random.below(2) === 0,
      trusted: random.below(5) > 0 || 'dialog',
      icloudBackup: random.below(3) === 0,
      encrypt: random.below(4) === 0,
      keybagRounds: 1000,
      battery: { percent: 5 + random.below(95), charging: random.below(4) > 0 },
    },
    content: { seed, files: FILES, bytes: BYTES },
    faults,
    owner: willing ? WILLING : [{ when: 'passcode-prompt', after: random.below(200), do: 'enter-passcode' }],
    arguments: ['--unattended'],
  });
}

/** Somebody who does what they are asked. */
const WILLING = [
  { when: 'asked:unlock', after: 3, do: 'unlock' },
  { when: 'asked:trust', after: 3, do: 'tap-trust' },
  { when: 'asked:passcode', after: 3, do: 'enter-passcode' },
  { when: 'asked:charge', after: 5, do: 'plug-charger' },
  { when: 'asked:other-port', after: 8, do: 'other-port' },
  { when: 'asked:other-cable', after: 8, do: 'other-cable' },
  { when: 'asked:force-restart', after: 8, do: 'force-restart' },
] as const;

function whenever(random: Random): FaultInput['when'] {
  switch (random.below(5)) {
    case 0:
      return { bytesSent: random.below(BYTES) };
    case 1:
      return { file: 1 + random.below(FILES) };
    case 2:
      return { phase: 'preparing' };
    case 3:
      return { phase: 'finishing' };
    default:
      return { seconds: random.below(30) };
  }
}
