import { useSpeech } from '../../words/speech.tsx';

/** How a backup is put on to a phone; what is chosen at first loses least. */
export interface WaysChosen {
  readonly keepSettings: boolean;
  readonly removeOthers: boolean;
  readonly copyFirst: boolean;
}

export function Ways({
  ways,
  onChange,
}: {
  readonly ways: WaysChosen;
  readonly onChange: (ways: WaysChosen) => void;
}) {
  const { words } = useSpeech();
  const say = words.backups.restore.ways;
  return (
    <fieldset className="things plain">
      <legend>{say.title}</legend>
      {(['keepSettings', 'copyFirst', 'removeOthers'] as const).map((way) => (
        <label key={way} className="thing">
          <input
            type="checkbox"
            checked={ways[way]}
            onChange={(event) => onChange({ ...ways, [way]: event.target.checked })}
          />
          <span>
            <strong>{say[way]}</strong>
            <span className="soft small">{say[`${way}About`]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
