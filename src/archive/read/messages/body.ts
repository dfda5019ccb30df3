import { WireError } from '../../../wire/errors.ts';
import { type AttributedRun, decodeAttributedString } from '../../../wire/typedstream/attributed-string.ts';
import type { Attachment, MessagePart } from '../conversations/message.ts';
import type { Row } from '../database/row.ts';

const ATTACHMENT_SLOT = '\ufffc';
const APP_SLOT = /\ufffd/g;

/** The parts of a message in their order: its texts, and its attachments where they stand. */
export function partsOf(row: Row, attachments: readonly Attachment[]): MessagePart[] {
  const waiting = [...attachments];
  const parts: MessagePart[] = [];
  for (const run of runsOf(row)) addRun(parts, run, waiting);
  for (const attachment of waiting) parts.push({ kind: 'attachment', attachment });
  return parts;
}

/** Newer iOS keeps the text in `attributedBody` alone; where that does not decode, `text` is the next best. */
function runsOf(row: Row): readonly AttributedRun[] {
  const body = row.bytes('attributedBody');
  if (body) {
    const decoded = decodedOr(body);
    if (decoded) return decoded;
  }
  const text = row.text('text');
  return text === undefined
    ? []
    : text.split(/(\ufffc)/).map((piece) => ({ text: piece, attributes: new Map() }));
}

function decodedOr(body: Uint8Array): readonly AttributedRun[] | undefined {
  try {
    return decodeAttributedString(body).runs;
  } catch (thrown) {
    if (thrown instanceof WireError) return undefined;
    throw thrown;
  }
}

/** An attachment is named by its guid; without one, they stand in the order in which they were joined. */
function addRun(parts: MessagePart[], { text, attributes }: AttributedRun, waiting: Attachment[]): void {
  const guid = attributes.get('__kIMFileTransferGUIDAttributeName');
  if (text.includes(ATTACHMENT_SLOT)) {
    const named = waiting.findIndex((each) => each.guid === guid);
    const [attachment] = waiting.splice(Math.max(0, named), 1);
    if (attachment) {
      const said = attributes.get('IMAudioTranscription');
      const transcript = typeof said === 'string' ? said : attachment.transcript;
      parts.push({ kind: 'attachment', attachment: { ...attachment, transcript } });
    }
  }
  const plain = text.replaceAll(ATTACHMENT_SLOT, '').replace(APP_SLOT, '');
  if (plain === '') return;
  const last = parts.at(-1);
  if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + plain };
  else parts.push({ kind: 'text', text: plain });
}
