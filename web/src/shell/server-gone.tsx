import type { Contact } from '../api/server-contact.ts';
import { useSpeech } from '../words/speech.tsx';

/** Shown above the view for as long as nobody answers; the view stays as it was last known. */
export function ServerGone({ contact }: { readonly contact: Exclude<Contact, 'there'> }) {
  const { words } = useSpeech();
  const text = contact === 'gone' ? words.shell.gone : words.shell.noEntry;
  return (
    <div className="notice you gone" role="status" data-contact={contact}>
      <strong>{text.lead}</strong>
      <p>{text.about}</p>
    </div>
  );
}
