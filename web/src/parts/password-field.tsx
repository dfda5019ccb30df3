import { useId, useState } from 'react';
import { useSpeech } from '../words/speech.tsx';

/** A password, hidden unless the person wants to see it; held by the view for no longer than it is open. */
export function PasswordField({
  label,
  hint,
  wrong,
  value,
  fresh = false,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  readonly value: string;
  /** One that is being made up now. */
  readonly fresh?: boolean;
  readonly onChange: (value: string) => void;
}) {
  const { words } = useSpeech();
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={shown ? 'text' : 'password'}
        value={value}
        autoComplete={fresh ? 'new-password' : 'current-password'}
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        aria-invalid={wrong !== undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-hint`} className={wrong === undefined ? 'hint' : 'wrong'}>
        {wrong ?? hint}
      </span>
      <label className="check small">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {words.shell.showPassword}
      </label>
    </div>
  );
}
