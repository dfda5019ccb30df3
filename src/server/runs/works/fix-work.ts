import { type FixRequest, fix } from '../../../app/fix.ts';
import type { LiveRun } from '../live-run.ts';
import { askPassword } from './ask-password.ts';
import { tellToTheEnd } from './tell-to-the-end.ts';
import type { Work } from './work.ts';

/** Applies the remedy that comes next, or the one asked for; what may erase asks for typed words first. */
export const fixWork: Work<'fix'> = ({ udid, what }, { run, place, backup, password }) =>
  tellToTheEnd(run, async () => {
    const { usbmuxd, clock } = place;
    const wanted: FixRequest = {
      ...{ udid, what, usbmuxd },
      to: backup?.path,
      password: async () => password ?? (await askPassword(run)),
      agree: (agreement) => agreed(run, agreement),
    };
    const { cause, remedy, result } = await fix(wanted, clock, (fact) => run.tell(fact), run.signal);
    if (cause) run.tell({ type: 'cause.named', cause });
    run.tell({ type: 'fix.finished', remedy, result });
    return { outcome: result === 'failed' ? 'failed' : result === 'not-done' ? 'needs-person' : 'finished' };
  });

type Agreement = Parameters<NonNullable<FixRequest['agree']>>[0];

const WHAT: Readonly<Record<Agreement['to'], string>> = {
  erase: 'Everything on the iPhone is about to be erased. This cannot be undone.',
  reinstall:
    'iOS is about to be installed anew over itself. What is on the iPhone normally stays; if it fails, all that is left is to erase it.',
  'break-off-start':
    'The iPhone starts, or installs an update. Broken off in an update, it may not start any more. Only when neither the logo nor the bar below it has changed for an hour is it stuck.',
};

async function agreed(run: LiveRun, { to, phrase }: Agreement): Promise<string | undefined> {
  const value = await run.ask({ about: to, sentence: WHAT[to], typed: phrase });
  return typeof value === 'string' ? value : undefined;
}
