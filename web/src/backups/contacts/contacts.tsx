import './contacts.css';
import { useId, useState } from 'react';
import type { ContactCard } from '../../../../src/kit/backup-cards.ts';
import type { ContactsAnswer } from '../../../../src/server/contract/browse.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { Link } from '../../shell/link.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupApi, backupView, queryOf } from '../addresses.ts';
import { LongLine } from '../long/long-line.tsx';
import { LongList, linesOf } from '../long/long-list.tsx';
import { useActive } from '../long/use-active.ts';
import { useLongList } from '../long/use-long-list.ts';
import type { PageOf } from '../long/use-pages.ts';
import { Card } from './card.tsx';

const ROW = 52;

function contactsOf({ total, size, contacts }: ContactsAnswer): PageOf<ContactCard> {
  return { total, size, items: contacts };
}

/** The address book by name, and the card that is chosen. */
export function Contacts({ id }: { readonly id: string }) {
  const { words, amounts } = useSpeech();
  const say = words.inside.contacts;
  const { pages, rows } = useLongList(backupApi(id, 'contacts'), contactsOf, ROW);
  const [chosen, setChosen] = useState<ContactCard | undefined>(undefined);
  const total = pages.total ?? 0;
  const prefix = useId();
  const choose = (index: number): void => setChosen(pages.at(index));
  const keys = useActive({ count: total, page: rows.seen, reveal: rows.reveal, open: choose });
  if (pages.total === 0) return <p>{say.none}</p>;
  return (
    <div className={`two-panes${chosen ? ' inner' : ''}`}>
      <section className="stack close pane-list" aria-label={say.list}>
        <p>
          <Link to={`${backupView(id, 'take-out')}${queryOf({ what: 'contacts' })}`} className="button main">
            {say.takeOut}
          </Link>
        </p>
        <p className="soft small" role="status">
          {pages.total === undefined ? say.looking : say.count(total, amounts.number(total))}
        </p>
        {pages.error === undefined ? undefined : <Trouble error={pages.error} again={pages.reload} />}
        <LongList {...{ role: 'listbox', prefix, rows, keys }} label={say.list} count={total}>
          {linesOf(rows).map((index) => {
            const contact = pages.at(index);
            return (
              <LongLine
                key={index}
                {...{ role: 'option', prefix, index, rows, keys, className: 'talk-line' }}
                chosen={contact !== undefined && contact.id === chosen?.id}
                aria={{ 'aria-setsize': total, 'aria-posinset': index + 1 }}
                onChosen={() => choose(index)}
              >
                <span className="long-name">{contact?.name ?? '…'}</span>
                {contact?.organization ? (
                  <span className="soft small">{contact.organization}</span>
                ) : undefined}
              </LongLine>
            );
          })}
        </LongList>
      </section>
      {chosen === undefined ? (
        <p className="soft files-hint">{say.choose}</p>
      ) : (
        <Card contact={chosen} onBack={() => setChosen(undefined)} />
      )}
    </div>
  );
}
