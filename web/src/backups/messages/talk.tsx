import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ConversationCard, MessageCard } from '../../../../src/kit/backup-cards.ts';
import type { MessagesAnswer } from '../../../../src/server/contract/browse.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupApi, queryOf } from '../addresses.ts';
import { type PageOf, usePages } from '../long/use-pages.ts';
import { Message } from './message.tsx';

/** Until a message is drawn nobody knows how tall it is. */
const USUAL_HEIGHT = 64;

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
  const { words, amounts } = useSpeech();
  const say = words.inside.messages;
  const scroller = useRef<HTMLDivElement>(null);
  const path: `/api/${string}` = `${backupApi(id, 'messages')}${queryOf({ conversation: conversation.id })}`;
  const pages = usePages(path, messagesOf);
  const total = pages.total ?? 0;
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    overscan: 8,
  });
  const items = list.getVirtualItems();
  const [first, end] = [items[0]?.index ?? 0, (items.at(-1)?.index ?? 0) + 1];
  const { want } = pages;
  useEffect(() => want(first, end), [want, first, end]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known where the end is.
  useEffect(() => {
    if (total > 0) list.scrollToIndex(total - 1, { align: 'end' });
  }, [total]);
  return (
    <section className="stack close pane-one" aria-label={conversation.title}>
      <div className="row between">
        <button type="button" className="button quiet only-narrow" onClick={onBack}>
          ← {say.all}
        </button>
        <div className="stack tight">
          <h2>{conversation.title}</h2>
          <p className="soft small">
            {say.count(conversation.messages, amounts.number(conversation.messages))}
            {conversation.group ? ` · ${conversation.participants.join(', ')}` : ''}
          </p>
        </div>
      </div>
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
          {items.map((item) => (
            <div
              key={item.key}
              data-index={item.index}
              ref={list.measureElement}
              className="talk-row"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Message
                id={id}
                message={pages.at(item.index)}
                before={pages.at(item.index - 1)}
                isGroup={conversation.group}
              />
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
