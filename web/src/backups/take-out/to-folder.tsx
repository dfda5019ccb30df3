import { useState } from 'react';
import { PathField } from '../../parts/path-field.tsx';
import { FolderPicker } from '../../settings/folder-picker.tsx';
import { useSpeech } from '../../words/speech.tsx';

/** The folder things are copied to: typed, or picked; made if it is not there. */
export function ToFolder({
  path,
  onChange,
}: {
  readonly path: string;
  readonly onChange: (path: string) => void;
}) {
  const { words } = useSpeech();
  const say = words.backups.takeOut;
  const [picking, setPicking] = useState(false);
  return (
    <div className="field">
      <PathField label={say.to} hint={say.toHint} path={path} onChange={onChange} />
      <p>
        <button type="button" className="button" onClick={() => setPicking(true)}>
          {say.pick}
        </button>
      </p>
      {picking ? (
        <FolderPicker
          title={say.pickTitle}
          choose={say.pickThis}
          onChosen={(chosen) => {
            setPicking(false);
            onChange(chosen);
          }}
          onClosed={() => setPicking(false)}
        />
      ) : undefined}
    </div>
  );
}
