import { type Program, startProgram } from '../host/program.ts';
import type { Clock } from '../kit/clock.ts';
import type { Outcome } from '../kit/run-event.ts';
import type { Client } from './client.ts';
import { commandOf } from './command.ts';
import { environmentOf } from './environment.ts';
import { readEvent } from './event.ts';
import { withRights } from './rights.ts';
import type { Setting } from './setting.ts';

/** Nothing in the lab takes this long, on the slowest of computers … */
const LIMIT_MS = 240_000;
/** … but where somebody is waited for who never comes: half an hour for each time they are asked. */
const SCENARIO_LIMIT_MS = 2 * 3600 * 1000;

/** A program that was killed is started again, so often at most. */
const STARTS = 3;

/** `thaw backup` as its user runs it. What it asks the person for, the scenario's owner hears. */
export function thawClient(clock: Clock): Client {
  return async (setting) => {
    for (let start = 1; start <= STARTS; start += 1) {
      const run = await runOnce(setting, clock, start === 1 ? setting.scenario.killedAt : undefined);
      if (run !== 'killed') return { outcome: run };
    }
    return { outcome: 'crashed' };
  };
}

type Run = Outcome | 'hung' | 'crashed' | 'killed';

/** One process to its end. `killed`: by the scenario, to be started again. */
async function runOnce(setting: Setting, clock: Clock, killAt: string | undefined): Promise<Run> {
  await using program = start(setting);
  using _aimed = setting.troubles.aimAt(program, setting.scenario.starved);
  let run: Run | undefined;
  let hung = false;
  const limitMs = Math.max(LIMIT_MS, SCENARIO_LIMIT_MS / setting.scenario.speed);
  using _limit = clock.after(limitMs, () => {
    hung = true;
    program.signal('SIGKILL');
  });
  for await (const line of program.lines) {
    const event = readEvent(line);
    setting.timeline.tell(event);
    if (event.type === 'person.needed') setting.virtual.phone.owner.react(`asked:${event.step}`);
    if (event.type === 'run.finished') run = event.outcome;
    const name = event.type === 'other' ? event.name : event.type;
    if (name === killAt) program.signal('SIGKILL');
  }
  const status = await program.ended;
  if (hung) return 'hung';
  if (status === 'SIGKILL') return 'killed';
  return run ?? 'crashed';
}

function start(setting: Setting): Program {
  const { scenario, thaw, home } = setting;
  const [file, ...args] = withRights(scenario.destination, [...thaw, ...commandOf(setting)]);
  const { password, speed } = scenario;
  return startProgram(file, args, {
    env: {
      ...environmentOf({ address: setting.address, home, password, speed }),
      ...setting.computer?.env,
      ...setting.network?.env,
    },
    cwd: home,
  });
}
