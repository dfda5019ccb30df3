import type { PhoneCard } from '../../../../src/server/contract/phones.ts';
import { useSpeech } from '../../words/speech.tsx';

/** One that a backup can be put on to. */
export type ReadyPhone = PhoneCard & { readonly udid: string };

/** Which of the phones at this computer. */
export function ChoosePhone({
  phones,
  chosen,
  onChosen,
}: {
  readonly phones: readonly ReadyPhone[];
  readonly chosen: string;
  readonly onChosen: (udid: string) => void;
}) {
  const { words } = useSpeech();
  return (
    <fieldset className="things plain">
      <legend>{words.backups.restore.which}</legend>
      {phones.map(({ udid, name, model, iosVersion, link }) => (
        <label key={udid} className="thing">
          <input type="radio" name="phone" checked={udid === chosen} onChange={() => onChosen(udid)} />
          <span>
            <strong>{name ?? words.backups.anIphone}</strong>
            <span className="soft small">
              {[
                model,
                iosVersion === null ? undefined : `iOS ${iosVersion}`,
                link === 'virtual' ? words.shell.virtual : undefined,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
