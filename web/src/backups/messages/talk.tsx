import type { ConversationCard, MessageCard } from '../../../../src/kit/backup-cards.ts';
import type { MessagesAnswer } from '../../../../src/server/contract/browse.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupApi, queryOf } from '../addresses.ts';
import { type PageOf, usePages } from '../long/use-pages.ts';
import { Message } from './message.tsx';
import { useFromEnd } from './use-from-end.ts';

function messagesOf({ total, size, messages }: MessagesAnswer): PageOf<MessageCard> {
  return { total, size, items: messages };
}

/** One conversation, from its end: messages are of all heights, and only those in sight are drawn. */
export function Talk({
  id,
  conversation,
  onBack,
}: {
  readonly id: string;
  readonly conversation: ConversationCard;
  readonly onBack: () => void;
}) {
  const path: `/api/${string}` = `${backupApi(id, 'messages')}${queryOf({ conversation: conversation.id })}`;
  const pages = usePages(path, messagesOf);
  const { scroller, list } = useFromEnd(pages);
  return (
    <section className="stack close pane-one" aria-label={conversation.title}>
      <TalkHead conversation={conversation} onBack={onBack} />
      {pages.error === undefined ? undefined : <Trouble error={pages.error} again={pages.reload} />}
      <div
        ref={scroller}
        className="long talk"
        role="log"
        aria-live="off"
        aria-label={conversation.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
      >
        <div className="long-inner" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ key, index, start }) => (
            <div
              key={key}
              data-index={index}
              ref={list.measureElement}
              className="talk-row"
              style={{ transform: `translateY(${start}px)` }}
            >
              <Message
                id={id}
                message={pages.at(index)}
                before={pages.at(index - 1)}
                isGroup={conversation.group}
              />
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

function TalkHead({
  conversation: { title, messages, group, participants },
  onBack,
}: {
  readonly conversation: ConversationCard;
  readonly onBack: () => void;
}) {
  const { words, amounts } = useSpeech();
  const say = words.inside.messages;
  return (
    <div className="row between">
      <button type="button" className="button quiet only-narrow" onClick={onBack}>
        ← {say.all}
      </button>
      <div className="stack tight">
        <h2>{title}</h2>
        <p className="soft small">
          {say.count(messages, amounts.number(messages))}
          {group ? ` · ${participants.join(', ')}` : ''}
        </p>
      </div>
    </div>
  );
}
