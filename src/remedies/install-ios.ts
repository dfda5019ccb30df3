import { cacheFolder } from '../host/recovery/cache-folder.ts';
import { reinstall } from '../host/recovery/idevicerestore.ts';
import type { RestoreLine } from '../host/recovery/restore-line.ts';
import { installWords } from './install-words.ts';
import { runsIos } from './probes/mode-probes.ts';
import type { Applied, Remedy } from './remedy.ts';
import type { Situation } from './situation.ts';
import { until } from './wait.ts';

/** The first start after it moves what is on the phone, which may take as long as an update. */
const FIRST_START_MS = 3_600_000;

const traits = {
  // An update that keeps data and fails is repeated as one that does not: that is why nobody but a person starts it.
  risk: 'erases',
  reach: 'guide',
  tries: 1,
} as const;

/** iOS is installed anew over itself; what is on the phone stays. */
export const reinstallIos: Remedy = {
  ...traits,
  id: 'reinstall',
  requirements: ['C13'],
  cures: { 'recovery-loop': 0.8, 'recovery-mode': 0.6, 'dfu-mode': 0.5, 'phone-frozen': 0.3 },
  cost: { seconds: 3600, trouble: 6 },
  sentence: () =>
    'Installing iOS anew; what is on the iPhone stays. 8 to 12 GB are downloaded first. Leave the cable in all the while.',
  apply: (situation, signal) => install(situation, false, signal),
};

/** Everything goes, and iOS is installed anew. */
export const eraseIos: Remedy = {
  ...traits,
  id: 'erase',
  requirements: ['A16', 'C13'],
  cures: { 'recovery-loop': 0.9, 'recovery-mode': 0.7, 'dfu-mode': 0.6, 'phone-frozen': 0.5 },
  cost: { seconds: 7200, trouble: 10 },
  sentence: () =>
    'Erasing the iPhone and installing iOS anew. 8 to 12 GB are downloaded first. Leave the cable in all the while.',
  apply: (situation, signal) => install(situation, true, signal),
};

async function install(situation: Situation, erase: boolean, signal: AbortSignal): Promise<Applied> {
  const { emit, udid, trouble } = situation;
  const { ecid } = trouble.facts;
  const onLine = (line: RestoreLine): void => {
    const said = installWords(line);
    if (said) emit({ type: 'remedy.progress', remedy: erase ? eraseIos.id : reinstallIos.id, ...said });
  };
  const which = typeof ecid === 'string' ? { ecid } : { ...(udid !== undefined && { udid }) };
  await reinstall({ ...which, erase, cache: await cacheFolder(), onLine }, signal);
  const back = (now: AbortSignal): Promise<boolean> => runsIos(situation, now);
  return (await until(situation, FIRST_START_MS, back, signal)) ? 'done' : 'failed';
}
