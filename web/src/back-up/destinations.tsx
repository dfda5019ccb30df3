import { type FormEvent, useState } from 'react';
import type {
  ChooseDestination,
  DestinationCard,
  DestinationsAnswer,
} from '../../../src/server/contract/destinations.ts';
import { call } from '../api/call.ts';
import { PathField } from '../parts/path-field.tsx';
import { ProblemWords, Trouble } from '../parts/trouble.tsx';
import { useSpeech } from '../words/speech.tsx';

/** Where the backup goes, with the space it needs and the space that is there. */
export function Destinations({
  destinations,
  place,
  loading,
  onPick,
  onAdded,
}: {
  readonly destinations: readonly DestinationCard[];
  readonly place: DestinationCard | undefined;
  readonly loading: boolean;
  readonly onPick: (path: string) => void;
  readonly onAdded: (path: string) => void;
}) {
  const { words } = useSpeech();
  const text = words.backUp.where;
  return (
    <section className="card half stack close">
      <h2>{text.title}</h2>
      {place === undefined ? (
        <p className="soft">{loading ? words.shell.loading : text.none}</p>
      ) : (
        <Place place={place} />
      )}
      {place?.problem ? (
        <div className="notice you">
          <ProblemWords problem={place.problem} />
        </div>
      ) : undefined}
      <details open={!loading && place === undefined}>
        <summary>{text.change}</summary>
        <div className="stack close places">
          {destinations.length < 2 ? undefined : (
            <fieldset className="stack tight plain">
              <legend className="unseen">{text.title}</legend>
              {destinations.map((one) => (
                <label key={one.path} className="place-choice">
                  <input
                    type="radio"
                    name="destination"
                    checked={one.path === place?.path}
                    onChange={() => onPick(one.path)}
                  />
                  <Place place={one} />
                </label>
              ))}
            </fieldset>
          )}
          <TypedPlace onAdded={onAdded} />
        </div>
      </details>
    </section>
  );
}

function Place({ place }: { readonly place: DestinationCard }) {
  const { words, amounts } = useSpeech();
  const text = words.backUp.where;
  const { freeBytes, neededBytes } = place;
  const space =
    freeBytes === null
      ? text.kinds[place.kind]
      : neededBytes === null
        ? text.free(amounts.size(freeBytes))
        : text.needs(amounts.size(neededBytes), amounts.size(freeBytes));
  return (
    <div className="place">
      <p>
        <strong>{place.label}</strong> <span className="soft">· {space}</span>
      </p>
      {freeBytes === null || neededBytes === null ? undefined : (
        <div
          className="room"
          style={{ '--part': Math.min(1, neededBytes / Math.max(1, freeBytes)) }}
          aria-hidden="true"
        >
          <div />
        </div>
      )}
      <p className="soft small">
        <code>{place.path}</code>
      </p>
    </div>
  );
}

function TypedPlace({ onAdded }: { readonly onAdded: (path: string) => void }) {
  const { words } = useSpeech();
  const text = words.backUp.where;
  const [path, setPath] = useState('');
  const [error, setError] = useState<unknown>();
  const use = (event: FormEvent): void => {
    event.preventDefault();
    const body: ChooseDestination = { path, make: true };
    setError(undefined);
    call<DestinationsAnswer>('POST', '/api/destinations', body).then(() => onAdded(path), setError);
  };
  return (
    <form className="field" onSubmit={use}>
      <PathField label={text.typed} hint={text.typedHint} path={path} onChange={setPath} />
      <p>
        <button type="submit" className="button" disabled={path.trim() === ''}>
          {text.use}
        </button>
      </p>
      {error === undefined ? undefined : <Trouble error={error} />}
    </form>
  );
}
