import type { BackupCard } from '../../../src/server/contract/backups.ts';
import { useSpeech } from '../words/speech.tsx';

/** What is known of a backup, one line; each thing only when it is known. */
export function BackupFacts({ backup }: { readonly backup: BackupCard }) {
  const { words, amounts } = useSpeech();
  const say = words.backups.facts;
  const { model, iosVersion, bytes, files, generations } = backup;
  const facts = [
    model ?? undefined,
    iosVersion === null ? undefined : `iOS ${iosVersion}`,
    bytes === null ? undefined : amounts.size(bytes),
    files === null ? undefined : say.files(files, amounts.number(files)),
    generations > 0 ? say.generations(generations, amounts.number(generations)) : undefined,
    words.backups.places[backup.place],
  ].filter((fact) => fact !== undefined);
  return <p className="soft small figures">{facts.join(' · ')}</p>;
}

/** How far it can be trusted, in a word and a colour. */
export function BackupTags({ backup }: { readonly backup: BackupCard }) {
  const { words, amounts } = useSpeech();
  const say = words.backups.tags;
  const { verified, state, encrypted, open } = backup;
  return (
    <ul className="row tags">
      {state === 'whole' ? undefined : (
        <li>
          <span className="tag risk">{say[state]}</span>
        </li>
      )}
      {verified === null || state !== 'whole' ? undefined : (
        <li>
          <span className={`tag ${verified.sound ? 'good' : 'risk'}`}>
            {verified.sound ? say.verified(amounts.ago(verified.at)) : say.unsound(amounts.ago(verified.at))}
          </span>
        </li>
      )}
      {verified === null && state === 'whole' ? (
        <li>
          <span className="tag you">{say.never}</span>
        </li>
      ) : undefined}
      <li>
        <span className="tag">{encrypted ? (open ? say.unlocked : say.encrypted) : say.plain}</span>
      </li>
    </ul>
  );
}
