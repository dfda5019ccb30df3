import type { ContactCard } from '../../../../src/kit/backup-cards.ts';
import { useSpeech } from '../../words/speech.tsx';

/** All that the address book knows of somebody. */
export function Card({ contact, onBack }: { readonly contact: ContactCard; readonly onBack: () => void }) {
  const { words } = useSpeech();
  const say = words.inside.contacts;
  return (
    <section className="card stack close pane-one" aria-label={contact.name}>
      <button type="button" className="button quiet only-narrow" onClick={onBack}>
        ← {say.all}
      </button>
      <h2>{contact.name}</h2>
      {contact.organization === null ? undefined : <p className="soft">{contact.organization}</p>}
      <dl className="contact-lines">
        {contact.values.map(({ kind, label, value }) => (
          <div key={`${kind} ${label ?? ''} ${value}`}>
            <dt className="soft small">{label ?? say.kind(kind)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
