import { useId } from 'react';
import type { ConversationCard } from '../../../../src/kit/backup-cards.ts';
import { Link } from '../../shell/link.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupView, queryOf } from '../addresses.ts';
import { LongLine } from '../long/long-line.tsx';
import { LongList } from '../long/long-list.tsx';
import { useActive } from '../long/use-active.ts';
import { useRows } from '../long/use-rows.ts';

const ROW = 68;

/** All conversations, the newest first. */
export function TalkList({
  id,
  conversations,
  chosen,
  onChosen,
}: {
  readonly id: string;
  readonly conversations: readonly ConversationCard[];
  readonly chosen: string | undefined;
  readonly onChosen: (conversation: ConversationCard) => void;
}) {
  const { words, amounts } = useSpeech();
  const say = words.inside.messages;
  const rows = useRows(conversations.length, ROW);
  const prefix = useId();
  const choose = (index: number): void => {
    const conversation = conversations[index];
    if (conversation) onChosen(conversation);
  };
  const keys = useActive({ count: conversations.length, page: rows.seen, reveal: rows.reveal, open: choose });
  return (
    <section className="stack close pane-list" aria-label={say.list}>
      <p>
        <Link to={`${backupView(id, 'take-out')}${queryOf({ what: 'messages' })}`} className="button main">
          {say.takeOut}
        </Link>
      </p>
      <LongList {...{ role: 'listbox', prefix, rows, keys }} label={say.list} count={conversations.length}>
        {conversations.slice(rows.first, rows.end).map((conversation, offset) => {
          const index = rows.first + offset;
          const { title, app, messages, last } = conversation;
          const about = [say.apps[app], say.count(messages, amounts.number(messages))];
          return (
            <LongLine
              key={conversation.id}
              {...{ role: 'option', prefix, index, rows, keys, className: 'talk-line' }}
              chosen={conversation.id === chosen}
              aria={{ 'aria-setsize': conversations.length, 'aria-posinset': index + 1 }}
              onChosen={() => choose(index)}
            >
              <span className="long-name">{title}</span>
              <span className="soft small">
                {[...about, ...(last === null ? [] : [amounts.day(last)])].join(' · ')}
              </span>
            </LongLine>
          );
        })}
      </LongList>
    </section>
  );
}
