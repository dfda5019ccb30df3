import type { AttachmentCard, MessageCard } from '../../../../src/kit/backup-cards.ts';
import { useSpeech } from '../../words/speech.tsx';
import { downloadOf, thumbnailOf } from '../addresses.ts';

/** One message as it looked on the phone; the day stands above the first of it. */
export function Message({
  id,
  message,
  before,
  isGroup,
}: {
  readonly id: string;
  readonly message: MessageCard | undefined;
  readonly before: MessageCard | undefined;
  readonly isGroup: boolean;
}) {
  const { words, amounts } = useSpeech();
  const say = words.inside.messages;
  if (message === undefined) return <p className="soft message-wait">…</p>;
  const { at, fromMe, sender, text, attachments, reactions, event } = message;
  const isNewDay = at !== null && before?.at?.slice(0, 10) !== at.slice(0, 10);
  return (
    <>
      {isNewDay ? <p className="talk-day soft small">{amounts.day(at)}</p> : undefined}
      {event === null ? (
        <div className={`message${fromMe ? ' mine' : ''}`}>
          <span className="unseen">{fromMe ? say.you : (sender ?? say.somebody)}</span>
          {isGroup && !fromMe ? (
            <span className="soft small" aria-hidden="true">
              {sender ?? say.somebody}
            </span>
          ) : undefined}
          {attachments.map((attachment) => (
            <Attachment
              key={`${attachment.fileId ?? ''} ${attachment.name}`}
              id={id}
              attachment={attachment}
            />
          ))}
          {text === '' ? undefined : <p className="bubble">{text}</p>}
          {message.unsent ? <p className="soft small">{say.unsent}</p> : undefined}
          <p className="soft small message-meta">
            {[
              at === null ? undefined : amounts.time(at).slice(0, 5),
              message.edited ? say.edited : undefined,
              message.deleted ? say.deleted : undefined,
              reactions.length === 0 ? undefined : reactions.map(({ mark }) => mark).join(' '),
            ]
              .filter((part) => part !== undefined)
              .join(' · ')}
          </p>
        </div>
      ) : (
        <p className="soft small talk-event">
          {say.event(event.kind, sender ?? (fromMe ? say.you : say.somebody), event.what)}
        </p>
      )}
    </>
  );
}

function Attachment({ id, attachment }: { readonly id: string; readonly attachment: AttachmentCard }) {
  const { words, amounts } = useSpeech();
  const { fileId, name, bytes, image } = attachment;
  if (fileId === null) return <p className="bubble soft small">{words.inside.messages.notHere(name)}</p>;
  return (
    <a className="attachment" href={downloadOf(id, fileId)} download={name}>
      {image ? <img src={thumbnailOf(id, fileId)} alt={name} loading="lazy" /> : undefined}
      <span className="small">
        {name} · {amounts.size(bytes)}
      </span>
    </a>
  );
}
