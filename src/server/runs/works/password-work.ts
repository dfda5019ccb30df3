import { changeBackupPassword } from '../../../app/password.ts';
import { ThawError } from '../../../kit/errors.ts';
import { tellToTheEnd } from './tell-to-the-end.ts';
import type { Work } from './work.ts';

/** Sets, changes or removes the password the phone encrypts its backups with; the phone asks for its passcode. */
export const passwordWork: Work<'password'> = ({ udid, act, current, fresh }, { run, place }) => {
  const { usbmuxd, clock } = place;
  const given = async (password: string | undefined): Promise<string> => {
    if (password === undefined) throw new ThawError('password.missing', 'not in the request');
    return password;
  };
  return tellToTheEnd(run, async () => {
    run.tell({ type: 'phase.changed', phase: 'connecting' });
    const { encrypted } = await changeBackupPassword(
      { udid, ...(usbmuxd !== undefined && { usbmuxd }) },
      act,
      { current: () => given(current), fresh: () => given(fresh) },
      clock,
      (fact) => run.tell(fact),
      run.signal,
    );
    run.tell({ type: 'password.changed', encrypted });
    return { outcome: 'finished' };
  });
};
