import './folder-picker.css';
import { useEffect, useRef, useState } from 'react';
import type { FoldersAnswer } from '../../../src/server/contract/destinations.ts';
import { useCall } from '../api/use-call.ts';
import { Trouble } from '../parts/trouble.tsx';
import { useSpeech } from '../words/speech.tsx';

/** Chooses a folder of this computer: in the home folder, or on a disk that is mounted. */
export function FolderPicker({
  title,
  choose,
  onChosen,
  onClosed,
}: {
  readonly title: string;
  /** What the button says that takes the folder shown. */
  readonly choose: string;
  readonly onChosen: (path: string) => void;
  readonly onClosed: () => void;
}) {
  const { words } = useSpeech();
  const say = words.settings.folders;
  const dialog = useRef<HTMLDialogElement>(null);
  const [path, setPath] = useState<string | undefined>(undefined);
  const query = path === undefined ? '' : `?${new URLSearchParams({ path })}`;
  const { answer, error, reload } = useCall<FoldersAnswer>(`/api/folders${query}`);
  useEffect(() => dialog.current?.showModal(), []);
  const here = answer?.path ?? null;
  return (
    <dialog ref={dialog} className="folder-picker" aria-label={title} onClose={onClosed}>
      <div className="stack close">
        <h2>{title}</h2>
        <p className="soft small">
          <code>{here ?? say.start}</code>
        </p>
        {error === undefined ? undefined : <Trouble error={error} again={reload} />}
        {answer === undefined ? undefined : <Folders folders={answer} onOpen={setPath} />}
        <div className="row">
          <button
            type="button"
            className="button main"
            disabled={here === null}
            onClick={() => here !== null && onChosen(here)}
          >
            {choose}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {words.shell.cancel}
          </button>
        </div>
      </div>
    </dialog>
  );
}

/** What is in it, and the way up. */
function Folders({
  folders: { path, parent, folders },
  onOpen,
}: {
  readonly folders: FoldersAnswer;
  /** Undefined: where one begins. */
  readonly onOpen: (path: string | undefined) => void;
}) {
  const say = useSpeech().words.settings.folders;
  return (
    <ul className="folders" aria-label={path ?? say.start}>
      {path === null ? undefined : (
        <li>
          <button type="button" className="folder" onClick={() => onOpen(parent ?? undefined)}>
            <span aria-hidden="true">↑</span> {say.up}
          </button>
        </li>
      )}
      {folders.map((folder) => (
        <li key={folder.path}>
          <button type="button" className="folder" onClick={() => onOpen(folder.path)}>
            <FolderMark /> {folder.name}
          </button>
        </li>
      ))}
      {folders.length === 0 ? <li className="soft small">{say.empty}</li> : undefined}
    </ul>
  );
}

function FolderMark() {
  return (
    <svg
      viewBox="0 0 20 16"
      width="18"
      height="15"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path d="M1 3.500a2 2 0 0 1 2-2h4l2 2.500h8a2 2 0 0 1 2 2v6.500a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2Z" />
    </svg>
  );
}
