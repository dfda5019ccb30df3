import { isInstalled, showProgram } from '../host/program.ts';
import type { Clock } from '../kit/clock.ts';
import { type ScenarioInput, scenarioSchema } from '../virtual/scenario.ts';
import { environmentOf } from './environment.ts';
import { holdsEverything } from './holds-everything.ts';
import { idevicebackup2Client } from './idevicebackup2-client.ts';
import { makeSetting } from './setting.ts';

/** What came of a run that somebody watched. */
export interface Shown {
  /** The backup holds what the phone holds, byte for byte. */
  readonly proved: boolean;
  /** The program had to be ended. */
  readonly hung: boolean;
  readonly words: string;
}

/** Runs `thaw backup` through a scenario before the eyes of whoever looks at this terminal. */
export async function showThaw(
  scenario: ScenarioInput,
  thaw: readonly [string, ...string[]],
  clock: Clock,
  options: readonly string[] = [],
): Promise<Shown> {
  const parsed = scenarioSchema.parse(scenario);
  await using setting = await makeSetting(parsed, thaw, clock);
  const { virtual, home, destination, folder } = setting;
  const [program, ...args] = thaw;
  const surroundings = environmentOf({ address: virtual.address, home, speed: parsed.speed });
  const env = { ...surroundings, ...looks() };
  const words = [...args, 'backup', '--to', destination, ...options];
  const status = await showProgram(program, words, { env, cwd: home });
  const proved = status === 0 && (await holdsEverything(folder, virtual.phone, 0));
  return { proved, hung: false, words: '' };
}

/** Runs idevicebackup2 once through the same; it is ended when nothing moves for so many seconds. */
export async function tryIdevicebackup2(
  scenario: ScenarioInput,
  patienceSeconds: number,
  clock: Clock,
): Promise<Shown> {
  const wrapper = { attempts: 1, scenarioSeconds: 0, seconds: patienceSeconds };
  await using setting = await makeSetting(scenarioSchema.parse(scenario), ['thaw'], clock);
  const { outcome, words = '' } = await idevicebackup2Client(clock, wrapper)(setting);
  const proved = await holdsEverything(setting.folder, setting.virtual.phone, 0);
  return { proved, hung: outcome === 'hung', words };
}

/** What a program goes by to know how to print. */
function looks(): Record<string, string> {
  const names = ['TERM', 'COLORTERM', 'NO_COLOR', 'COLUMNS', 'LANG', 'LC_ALL'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name] ?? '']])),
  );
}

/** Whether the other program is on this computer. */
export function hasIdevicebackup2(): Promise<boolean> {
  return isInstalled('idevicebackup2', '--version');
}
