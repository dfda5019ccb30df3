import { startProgram } from '../host/program.ts';
import type { Clock } from '../kit/clock.ts';
import type { Client } from './client.ts';
import { environmentOf } from './environment.ts';
import { fingerprintOfSizes } from './fingerprint.ts';
import { withRights } from './rights.ts';
import type { Setting } from './setting.ts';

/** How somebody uses it. */
export interface Wrapper {
  readonly attempts: number;
  /** Nobody watches a program longer that neither says nor writes anything: seconds of the scenario … */
  readonly scenarioSeconds: number;
  /** … and real ones at least. */
  readonly seconds: number;
}

const PATIENT: Wrapper = { attempts: 3, scenarioSeconds: 600, seconds: 15 };
const LOOK_EVERY_MS = 500;

/**
 * The real idevicebackup2 with somebody beside it who acts as its users do: started again twice when it fails, and
 * ended when nothing moves for far longer than a healthy phone ever takes.
 */
export function idevicebackup2Client(clock: Clock, wrapper = PATIENT): Client {
  return async (setting) => {
    let last: Attempt = { status: 1, hung: false, words: '' };
    for (let attempt = 0; attempt < wrapper.attempts; attempt += 1) {
      last = await once(setting, clock, wrapper);
      if (last.status === 0) return { outcome: 'verified', words: last.words };
    }
    return { outcome: last.hung ? 'hung' : 'failed', words: last.words };
  };
}

interface Attempt {
  readonly status: number | NodeJS.Signals;
  readonly hung: boolean;
  readonly words: string;
}

async function once(setting: Setting, clock: Clock, wrapper: Wrapper): Promise<Attempt> {
  const { address, destination, home, troubles, scenario } = setting;
  const env = environmentOf({ address, home, password: scenario.password });
  // Its user would know that the phone is only on Wi-Fi.
  const link = scenario.phone.cable ? [] : ['-n'];
  const [file, ...args] = withRights(setting.scenario.destination, [
    'idevicebackup2',
    ...link,
    'backup',
    destination,
  ]);
  await using program = startProgram(file, args, { env, cwd: home });
  using _aimed = troubles.aimAt(program, scenario.starved);
  const patience = Math.max(wrapper.seconds, wrapper.scenarioSeconds / scenario.speed) * 1000;
  const over = new AbortController();
  let hung = false;
  let moved = clock.ticks();
  const watching = watch(destination, clock, over.signal, () => {
    moved = clock.ticks();
  });
  using _look = every(clock, LOOK_EVERY_MS, () => {
    if (clock.ticks() - moved < patience) return;
    hung = true;
    program.signal('SIGKILL');
  });
  const said: string[] = [];
  for await (const line of program.lines) {
    moved = clock.ticks();
    said.push(line);
  }
  const status = await program.ended;
  over.abort();
  await watching;
  return { status, hung, words: hung ? 'It said nothing.' : lastWords(said, program.errors) };
}

/** Tells whenever something in the folder grew or changed. */
async function watch(folder: string, clock: Clock, over: AbortSignal, onMove: () => void): Promise<void> {
  let before = '';
  while (!over.aborted) {
    const now = await fingerprintOfSizes(folder);
    if (now !== before) onMove();
    before = now;
    await clock.sleep(LOOK_EVERY_MS, over).catch(() => undefined);
  }
}

function every(clock: Clock, ms: number, look: () => void): Disposable {
  let timer: Disposable;
  const again = (): void => {
    look();
    timer = clock.after(ms, again);
  };
  timer = clock.after(ms, again);
  return { [Symbol.dispose]: () => timer[Symbol.dispose]() };
}

/** What a person would read off its last lines. */
function lastWords(said: readonly string[], errors: string): string {
  const telling = [...said, ...errors.split('\n')].filter((line) =>
    /error|fail|unable|could not|insufficient/i.test(line),
  );
  return (telling.at(-1) ?? said.at(-1) ?? errors).trim().slice(0, 200);
}
