import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PhotoCard } from '../../../../src/kit/backup-cards.ts';
import { useSpeech } from '../../words/speech.tsx';
import { downloadOf, thumbnailOf } from '../addresses.ts';

/** One photo, as large as the window; arrow keys go on to the next. */
export function PhotoLarge({
  id,
  photo,
  position,
  onStep,
  onClose,
}: {
  readonly id: string;
  readonly photo: PhotoCard;
  readonly position: string;
  readonly onStep: (step: number) => void;
  readonly onClose: () => void;
}) {
  const { words } = useSpeech();
  const say = words.inside.photos;
  const dialog = useRef<HTMLDialogElement>(null);
  const { fileId, thumbnail, name } = photo;
  useEffect(() => dialog.current?.showModal(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight') onStep(1);
    else if (event.key === 'ArrowLeft') onStep(-1);
  };
  return (
    <dialog ref={dialog} className="photo-large" aria-label={name} onClose={onClose} onKeyDown={onKeyDown}>
      <div className="photo-stage">
        {thumbnail === null ? <p>{say.noPicture}</p> : <img src={thumbnailOf(id, thumbnail)} alt={name} />}
      </div>
      <div className="photo-about">
        <PhotoFacts photo={photo} position={position} />
        <div className="row">
          <button type="button" className="button" onClick={() => onStep(-1)} aria-label={say.before}>
            ‹
          </button>
          <button type="button" className="button" onClick={() => onStep(1)} aria-label={say.next}>
            ›
          </button>
          {fileId === null ? undefined : (
            <a className="button main" href={downloadOf(id, fileId)} download={name}>
              {say.download}
            </a>
          )}
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {words.shell.close}
          </button>
        </div>
      </div>
    </dialog>
  );
}

function PhotoFacts({ photo, position }: { readonly photo: PhotoCard; readonly position: string }) {
  const { words, amounts } = useSpeech();
  const say = words.inside.photos;
  const { fileId, name, at, bytes, onlyInCloud, deleted } = photo;
  const facts = [
    at === null ? undefined : amounts.moment(at),
    bytes > 0 ? amounts.size(bytes) : undefined,
    deleted ? say.deleted : undefined,
    position,
  ];
  return (
    <div className="stack tight">
      <h2>{name}</h2>
      <p className="soft small">{facts.filter((fact) => fact !== undefined).join(' · ')}</p>
      {fileId === null ? <p className="small">{onlyInCloud ? say.onlyInCloud : say.missing}</p> : undefined}
    </div>
  );
}
