import './files.css';
import { useMemo, useState } from 'react';
import type { DomainsAnswer } from '../../../../src/server/contract/browse.ts';
import { useCall } from '../../api/use-call.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupApi } from '../addresses.ts';
import { FileList } from './file-list.tsx';
import { FolderTree } from './folder-tree.tsx';
import type { Place } from './tree.ts';

/** Apps and folders as a tree, and the files of the chosen folder beside it. */
export function Files({ id }: { readonly id: string }) {
  const { words, server } = useSpeech();
  const { answer, error, reload } = useCall<DomainsAnswer>(backupApi(id, 'domains'));
  const [place, setPlace] = useState<Place | undefined>(undefined);
  const domains = useMemo(
    () => answer?.domains.map((domain) => ({ ...domain, app: server.app(domain.app) })) ?? [],
    [answer, server],
  );
  if (answer === undefined) {
    return error === undefined ? (
      <p className="soft">{words.inside.files.counting}</p>
    ) : (
      <Trouble error={error} again={reload} />
    );
  }
  if (domains.length === 0) return <p>{words.inside.files.none}</p>;
  return (
    <div className="files">
      <FolderTree id={id} domains={domains} place={place} onChosen={setPlace} />
      {place === undefined ? (
        <p className="soft files-hint">{words.inside.files.choose}</p>
      ) : (
        <FileList key={`${place.domain} ${place.folder}`} id={id} place={place} />
      )}
    </div>
  );
}
