import { useSpeech } from '../words/speech.tsx';

/** Shown above the view for as long as nobody answers; the view stays as it was last known. */
export function ServerGone() {
  const { words } = useSpeech();
  return (
    <div className="notice you gone" role="status">
      <strong>{words.shell.gone.lead}</strong>
      <p>{words.shell.gone.about}</p>
    </div>
  );
}
