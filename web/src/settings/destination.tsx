import { useState } from 'react';
import type { DestinationsAnswer } from '../../../src/server/contract/destinations.ts';
import type { Settings, SettingsChange } from '../../../src/server/contract/settings.ts';
import { useCall } from '../api/use-call.ts';
import { ProblemWords } from '../parts/trouble.tsx';
import { useSpeech } from '../words/speech.tsx';
import { FolderPicker } from './folder-picker.tsx';

/** The folder that holds backups, with the room there is. */
export function Destination({
  settings,
  onChange,
}: {
  readonly settings: Settings;
  readonly onChange: (change: SettingsChange) => void;
}) {
  const { words, amounts } = useSpeech();
  const { answer, reload } = useCall<DestinationsAnswer>('/api/destinations');
  const [picking, setPicking] = useState(false);
  const say = words.settings.destination;
  const place = answer?.destinations.find(({ path }) => path === settings.destination);
  return (
    <>
      {settings.destination === null ? (
        <p>{say.none}</p>
      ) : (
        <p>
          <code>{settings.destination}</code>{' '}
          {place === undefined || place.freeBytes === null ? undefined : (
            <span className="soft small">{say.free(amounts.size(place.freeBytes))}</span>
          )}
        </p>
      )}
      {place?.problem ? (
        <div className="notice you">
          <ProblemWords problem={place.problem} />
        </div>
      ) : undefined}
      <p>
        <button type="button" className="button" onClick={() => setPicking(true)}>
          {say.change}
        </button>
      </p>
      <p className="soft small">{say.moved}</p>
      {picking ? (
        <FolderPicker
          title={say.pickTitle}
          choose={say.pick}
          onChosen={(path) => {
            setPicking(false);
            onChange({ destination: path });
            reload();
          }}
          onClosed={() => setPicking(false)}
        />
      ) : undefined}
    </>
  );
}
