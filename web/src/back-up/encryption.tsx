import { PasswordField } from '../parts/password-field.tsx';
import { useSpeech } from '../words/speech.tsx';

/** What the person wants of encryption; passwords live here until the run has begun. */
export interface EncryptionWish {
  readonly encrypt: boolean;
  readonly current: string;
  readonly fresh: string;
  readonly again: string;
}
export const noWish: EncryptionWish = { encrypt: false, current: '', fresh: '', again: '' };

const SHORTEST = 4;

/** Whether a run can begin with it. `already`: the phone encrypts its backups. */
export function isComplete(wish: EncryptionWish, already: boolean): boolean {
  return already || !wish.encrypt || (wish.fresh.length >= SHORTEST && wish.fresh === wish.again);
}

/** Encryption in a sentence, and passwords only where one is needed. */
export function Encryption({
  encrypts,
  wish,
  onChange,
}: {
  readonly encrypts: boolean | null;
  readonly wish: EncryptionWish;
  readonly onChange: (wish: EncryptionWish) => void;
}) {
  const { words } = useSpeech();
  const text = words.backUp.encryption;
  if (encrypts === true) {
    return (
      <section className="card half stack close">
        <h2>{text.title}</h2>
        <p>{text.already}</p>
        <details>
          <summary>{text.passwordOptional}</summary>
          <PasswordField
            label={text.passwordOptional}
            hint={text.passwordHint}
            value={wish.current}
            onChange={(current) => onChange({ ...wish, current })}
          />
        </details>
      </section>
    );
  }
  const short = wish.fresh !== '' && wish.fresh.length < SHORTEST;
  const different = wish.again !== '' && wish.fresh !== wish.again;
  return (
    <section className="card half stack close">
      <h2>{text.title}</h2>
      <p className="soft">{wish.encrypt ? text.offerAbout : text.without}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={wish.encrypt}
          onChange={(event) => onChange({ ...wish, encrypt: event.target.checked })}
        />
        {text.offer}
      </label>
      {wish.encrypt ? (
        <>
          <PasswordField
            fresh
            label={text.fresh}
            hint={text.keep}
            wrong={short ? text.short : undefined}
            value={wish.fresh}
            onChange={(fresh) => onChange({ ...wish, fresh })}
          />
          <PasswordField
            fresh
            label={text.again}
            wrong={different ? text.different : undefined}
            value={wish.again}
            onChange={(again) => onChange({ ...wish, again })}
          />
        </>
      ) : undefined}
    </section>
  );
}
