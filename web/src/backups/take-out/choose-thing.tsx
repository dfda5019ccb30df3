import { useSpeech } from '../../words/speech.tsx';
import type { Place } from '../files/tree.ts';
import { KINDS, type Thing } from './things.ts';

/** What is to be taken out; files of one place only, where somebody came from there. */
export function ChooseThing({
  chosen,
  place,
  onChosen,
}: {
  readonly chosen: Thing;
  readonly place: Place | undefined;
  readonly onChosen: (thing: Thing) => void;
}) {
  const { words } = useSpeech();
  const say = words.backups.takeOut;
  const formOf = (kind: Thing): string =>
    kind === 'files' && place !== undefined
      ? say.fromFolder(place.folder === '' ? place.domain : place.folder)
      : say.asWhat[kind];
  return (
    <fieldset className="things plain">
      <legend>{say.what}</legend>
      {KINDS.map((kind) => (
        <label key={kind} className="thing">
          <input type="radio" name="what" checked={kind === chosen} onChange={() => onChosen(kind)} />
          <span>
            <strong>{say.things[kind]}</strong>
            <span className="soft small">{formOf(kind)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
