import { useState } from 'react';
import type { PhoneCard } from '../../../src/server/contract/phones.ts';
import { startRun } from '../backups/start-run.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useSpeech } from '../words/speech.tsx';

/** Ways back to a phone that runs no iOS, or does not answer; each is shown, counted along and watched. */
export type Way =
  | 'leave-recovery'
  | 'restart-from-boot'
  | 'force-restart'
  | 'enter-recovery'
  | 'enter-dfu'
  | 'reinstall';

/** The mildest first. Where patience mostly helps, nothing is offered at large. */
const WAYS: Partial<
  Record<PhoneCard['state'], { readonly first: Way | undefined; readonly others: readonly Way[] }>
> = {
  recovery: { first: 'leave-recovery', others: ['restart-from-boot', 'reinstall'] },
  dfu: { first: 'restart-from-boot', others: ['reinstall'] },
  silent: { first: undefined, others: ['force-restart', 'enter-recovery', 'enter-dfu'] },
  starting: { first: undefined, others: ['enter-recovery', 'enter-dfu'] },
};

/** True for a phone that can be brought back from here: then its problem needs no advice beside it. */
export function isMendable({ state }: PhoneCard): boolean {
  return WAYS[state]?.first !== undefined;
}

export function MendPhone({ phone: { state, udid } }: { readonly phone: PhoneCard }) {
  const { words } = useSpeech();
  const [error, setError] = useState<unknown>();
  const ways = WAYS[state];
  if (ways === undefined) return undefined;
  const say = words.home.mend;
  const begin = (what: Way): void => {
    setError(undefined);
    startRun({ kind: 'fix', what, ...(udid !== null && { udid }) }).catch(setError);
  };
  const { first, others } = ways;
  return (
    <>
      {first === undefined ? undefined : (
        <p>
          <button type="button" className="button main" onClick={() => begin(first)}>
            {say.ways[first]}
          </button>
        </p>
      )}
      <details>
        <summary>{first === undefined ? say.stays : say.others}</summary>
        <ul className="stack tight plain">
          {others.map((way) => (
            <li key={way}>
              <button type="button" className="button" onClick={() => begin(way)}>
                {say.ways[way]}
              </button>
            </li>
          ))}
        </ul>
      </details>
      {error === undefined ? undefined : <Trouble error={error} />}
    </>
  );
}
