import './messages.css';
import { useState } from 'react';
import type { ConversationCard } from '../../../../src/kit/backup-cards.ts';
import type { ConversationsAnswer } from '../../../../src/server/contract/browse.ts';
import { useCall } from '../../api/use-call.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupApi } from '../addresses.ts';
import { Talk } from './talk.tsx';
import { TalkList } from './talk-list.tsx';

/** Conversations beside the chosen one; on a narrow screen one after the other. */
export function Messages({ id }: { readonly id: string }) {
  const { words } = useSpeech();
  const { answer, error, reload } = useCall<ConversationsAnswer>(backupApi(id, 'conversations'));
  const [chosen, setChosen] = useState<ConversationCard | undefined>(undefined);
  const say = words.inside.messages;
  if (answer === undefined) {
    return error === undefined ? (
      <p className="soft">{say.looking}</p>
    ) : (
      <Trouble error={error} again={reload} />
    );
  }
  if (answer.conversations.length === 0) return <p>{say.none}</p>;
  return (
    <div className={`two-panes${chosen ? ' inner' : ''}`}>
      <TalkList id={id} conversations={answer.conversations} chosen={chosen?.id} onChosen={setChosen} />
      {chosen === undefined ? (
        <p className="soft files-hint">{say.choose}</p>
      ) : (
        <Talk key={chosen.id} id={id} conversation={chosen} onBack={() => setChosen(undefined)} />
      )}
    </div>
  );
}
