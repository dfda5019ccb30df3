import { useState } from 'react';
import type { SettingsChange } from '../../../src/server/contract/settings.ts';
import { useSpeech } from '../words/speech.tsx';
import { FolderPicker } from './folder-picker.tsx';

/** Folders beside the usual places in which backups are looked for. */
export function LookedInto({
  folders,
  onChange,
}: {
  readonly folders: readonly string[];
  readonly onChange: (change: SettingsChange) => void;
}) {
  const { words } = useSpeech();
  const [picking, setPicking] = useState(false);
  const say = words.settings.folders;
  return (
    <>
      {folders.length === 0 ? <p>{say.none}</p> : undefined}
      <ul className="stack tight">
        {folders.map((path) => (
          <li key={path} className="row between">
            <code>{path}</code>
            <button
              type="button"
              className="button quiet"
              aria-label={say.remove(path)}
              onClick={() => onChange({ folders: folders.filter((each) => each !== path) })}
            >
              {say.removeShort}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="button" onClick={() => setPicking(true)}>
          {say.add}
        </button>
      </p>
      {picking ? (
        <FolderPicker
          title={say.addTitle}
          choose={say.addThis}
          onChosen={(path) => {
            setPicking(false);
            if (!folders.includes(path)) onChange({ folders: [...folders, path] });
          }}
          onClosed={() => setPicking(false)}
        />
      ) : undefined}
    </>
  );
}
