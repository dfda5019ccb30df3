import { type Fragment, type Html, html, proseOf, webLink } from '../output/html.ts';
import { localMinute, localTime } from '../output/local-time.ts';
import { mediaHtml, missingHtml } from '../output/media-html.ts';
import type { Attachment, Message, MessageEvent, MessagePart, Tapback } from './message.ts';

/** What a page needs beside a message. */
export interface MessageContext {
  readonly isGroup: boolean;
  /** Who an address is. */
  nameOf(address: string): string;
  /** Where an attachment was written, below the page's folder. */
  fileOf(attachment: Attachment): string | undefined;
}

export function messageHtml(message: Message, context: MessageContext): Html {
  if (message.event) return eventHtml(message, message.event, context);
  const side = message.fromMe
    ? `mine ${message.service?.toLowerCase().startsWith('imessage') ? 'imessage' : 'sms'}`
    : 'theirs';
  return html`<div class="message ${side}" id="${message.guid}">
${who(message, context)}${quote(message)}${message.subject === undefined ? undefined : html`<div class="bubble"><strong>${message.subject}</strong></div>`}${message.parts.map((part) => partHtml(part, context))}${message.link ? linkHtml(message) : appHtml(message)}${message.unsent ? html`<div class="event">This message was unsent.</div>` : undefined}
${message.edits.length > 0 ? historyHtml(message) : undefined}<div class="meta">${metaOf(message, context)}</div>
</div>
`;
}

function who({ fromMe, sender }: Message, { isGroup, nameOf }: MessageContext): Html | undefined {
  if (fromMe || !isGroup) return undefined;
  return html`<div class="who">${sender === undefined ? 'Unknown' : nameOf(sender)}</div>`;
}

function quote({ replyTo }: Message): Html | undefined {
  return replyTo === undefined
    ? undefined
    : html`<div class="quote"><a href="#${replyTo}">Reply to an earlier message</a></div>`;
}

function partHtml(part: MessagePart, context: MessageContext): Html {
  if (part.kind === 'text') return html`<div class="bubble">${proseOf(part.text)}</div>`;
  const { attachment } = part;
  const file = context.fileOf(attachment);
  const shown =
    file === undefined
      ? missingHtml(
          attachment.name,
          attachment.path === undefined ? 'never downloaded to this iPhone' : 'not in this backup',
        )
      : mediaHtml(file, attachment.name);
  const transcript =
    attachment.transcript === undefined
      ? undefined
      : html`<div class="meta">“${attachment.transcript}”</div>`;
  return html`<div class="bubble media">${shown}</div>${transcript}`;
}

function linkHtml({ link, parts }: Message): Html | undefined {
  if (!link) return undefined;
  const address = link.url;
  const already = parts.some(
    (part) => part.kind === 'text' && address !== undefined && part.text.includes(address),
  );
  const lines: Fragment[] = [link.title, link.summary, link.site]
    .filter((line) => line !== undefined)
    .map((line) => html`<div>${line}</div>`);
  return html`<div class="bubble media"><div class="chip">${lines}${already || address === undefined ? undefined : html`<div>${webLink(address, address)}</div>`}</div></div>`;
}

function appHtml({ app, parts }: Message): Html | undefined {
  if (app === undefined || parts.length > 0) return undefined;
  return html`<div class="bubble media"><span class="chip">Something from an app <span class="soft">(${app})</span></span></div>`;
}

function historyHtml({ edits }: Message): Html {
  return html`<details><summary>Edited: what it said before</summary>${edits.map(
    ({ at, text }) =>
      html`<div class="quote">${at ? html`${localMinute(at)} ` : undefined}${proseOf(text)}</div>`,
  )}</details>
`;
}

function metaOf(message: Message, context: MessageContext): Fragment {
  const words = [
    message.at && localTime(message.at),
    message.fromMe ? message.service : undefined,
    message.editedAt && 'edited',
    message.effect && `sent with ${message.effect}`,
    message.failed ? 'not delivered' : undefined,
    message.deletedAt && 'recently deleted',
    tapbacksOf(message.tapbacks, context),
  ];
  return words.filter((word) => word !== undefined && word !== '').join(' · ');
}

function tapbacksOf(tapbacks: readonly Tapback[], { nameOf }: MessageContext): string | undefined {
  const by = new Map<string, string[]>();
  for (const { mark, fromMe, sender } of tapbacks) {
    by.set(mark, [
      ...(by.get(mark) ?? []),
      fromMe ? 'you' : sender === undefined ? 'someone' : nameOf(sender),
    ]);
  }
  return [...by].map(([mark, names]) => `${mark} ${names.join(', ')}`).join(' · ') || undefined;
}

function eventHtml(message: Message, event: MessageEvent, { nameOf }: MessageContext): Html {
  const person = (address: string | undefined): string =>
    address === undefined ? 'someone' : nameOf(address);
  const actor = message.fromMe ? 'You' : message.sender === undefined ? 'Someone' : nameOf(message.sender);
  const time = message.at
    ? html` <span title="${localMinute(message.at)}">${localTime(message.at)}</span>`
    : undefined;
  return html`<div class="event" id="${message.guid}">${eventText(event, actor, person)}${time}</div>
`;
}

function eventText(
  event: MessageEvent,
  actor: string,
  person: (address: string | undefined) => string,
): string {
  switch (event.kind) {
    case 'added':
      return `${actor} added ${person(event.who)}.`;
    case 'removed':
      return `${actor} removed ${person(event.who)}.`;
    case 'renamed':
      return event.title === undefined
        ? `${actor} removed the name of the group.`
        : `${actor} named the group “${event.title}”.`;
    default:
      return `${actor} ${ACTIONS[event.kind]}.`;
  }
}

const ACTIONS: Readonly<Record<Exclude<MessageEvent['kind'], 'added' | 'removed' | 'renamed'>, string>> = {
  left: 'left the conversation',
  'photo-changed': 'changed the photo of the group',
  'photo-removed': 'removed the photo of the group',
  'background-changed': 'changed the background',
  'background-removed': 'removed the background',
  'location-started': 'started sharing a location',
  'location-stopped': 'stopped sharing a location',
  'audio-kept': 'kept an audio message',
  shareplay: 'used SharePlay',
  unknown: 'did something this version of Thaw does not know',
};
