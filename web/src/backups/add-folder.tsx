import { useState } from 'react';
import { call } from '../api/call.ts';
import { Trouble } from '../parts/trouble.tsx';
import { FolderPicker } from '../settings/folder-picker.tsx';
import { useSpeech } from '../words/speech.tsx';

/** Looks for backups in one more folder. */
export function AddFolder({ onAdded }: { readonly onAdded: () => void }) {
  const { words } = useSpeech();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const add = (path: string): void => {
    setError(undefined);
    call('POST', '/api/backups/folders', { path }).then(() => {
      setOpen(false);
      onAdded();
    }, setError);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {words.backups.list.addFolder}
      </button>
      {error === undefined ? undefined : <Trouble error={error} />}
      {open ? (
        <FolderPicker
          title={words.backups.list.addFolderTitle}
          choose={words.backups.list.lookHere}
          onChosen={add}
          onClosed={() => setOpen(false)}
        />
      ) : undefined}
    </>
  );
}
