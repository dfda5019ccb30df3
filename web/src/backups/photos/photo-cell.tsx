import { useState } from 'react';
import type { PhotoCard } from '../../../../src/kit/backup-cards.ts';
import { useSpeech } from '../../words/speech.tsx';
import { thumbnailOf } from '../addresses.ts';

/** One square of the grid: the picture, or its name where no picture can be shown. */
export function PhotoCell({
  domId,
  id,
  photo,
  size,
  active,
  onOpen,
}: {
  readonly domId: string;
  readonly id: string;
  readonly photo: PhotoCard | undefined;
  readonly size: number;
  readonly active: boolean;
  readonly onOpen: () => void;
}) {
  const { words, amounts } = useSpeech();
  const [broken, setBroken] = useState(false);
  const say = words.inside.photos;
  const picture = photo?.thumbnail ?? null;
  const told = photo
    ? [photo.name, ...(photo.at === null ? [] : [amounts.day(photo.at)]), say.kinds[photo.kind]]
    : [];
  return (
    // The grid has the focus and the keys.
    <div
      id={domId}
      {...{ role: 'gridcell', 'aria-label': told.join(', '), 'aria-selected': active, onClick: onOpen }}
      className={`photo-cell${active ? ' active' : ''}`}
      style={{ width: size, height: size }}
    >
      {photo === undefined ? undefined : picture === null || broken ? (
        <span className="photo-name small">{photo.name}</span>
      ) : (
        <img src={thumbnailOf(id, picture)} alt="" decoding="async" onError={() => setBroken(true)} />
      )}
      {photo?.kind === 'video' ? (
        <span className="photo-mark" aria-hidden="true">
          ▶
        </span>
      ) : undefined}
      {photo?.onlyInCloud && photo.fileId === null ? (
        <span className="photo-mark" aria-hidden="true">
          ☁
        </span>
      ) : undefined}
    </div>
  );
}
