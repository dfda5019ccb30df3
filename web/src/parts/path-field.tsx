import { useId } from 'react';

/** A folder's path, typed as it is called on this computer. */
export function PathField({
  label,
  hint,
  path,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly path: string;
  readonly onChange: (path: string) => void;
}) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={path}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span id={`${id}-hint`} className="hint">
        {hint}
      </span>
    </>
  );
}
