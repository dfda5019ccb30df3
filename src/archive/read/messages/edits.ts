import { isList } from '../../../kit/is-list.ts';
import { WireError } from '../../../wire/errors.ts';
import { asDict, isDict, numberOf } from '../../../wire/plist/access.ts';
import { decodePlist } from '../../../wire/plist/decode.ts';
import type { PlistDict, PlistValue } from '../../../wire/plist/value.ts';
import { decodeAttributedString } from '../../../wire/typedstream/attributed-string.ts';
import type { Edit } from '../conversations/message.ts';
import { cocoaDate } from '../database/times.ts';

export interface History {
  /** What stood there before the present text, oldest first. */
  readonly edits: readonly Edit[];
  /** Numbers of the parts that were taken back. */
  readonly unsentParts: readonly number[];
}

const NONE: History = { edits: [], unsentParts: [] };

/**
 * What `message_summary_info` of iOS 16 and later tells: `ec` the texts of each part, the last of which is the present
 * one, `rp` the parts that were taken back. What cannot be read tells nothing.
 */
export function historyOf(summary: Uint8Array | undefined): History {
  if (!summary) return NONE;
  try {
    const info = asDict(decodePlist(summary), 'message_summary_info');
    return { edits: editsOf(info.get('ec')), unsentParts: numbersOf(info.get('rp')) };
  } catch (thrown) {
    if (thrown instanceof WireError) return NONE;
    throw thrown;
  }
}

function editsOf(contents: PlistValue | undefined): Edit[] {
  if (!isDict(contents)) return [];
  const edits: Edit[] = [];
  for (const [part, versions] of contents) {
    if (!isList(versions)) continue;
    for (const version of versions.slice(0, -1)) {
      const edit = isDict(version) && editOf(Number(part), version);
      if (edit) edits.push(edit);
    }
  }
  return edits;
}

function editOf(part: number, version: PlistDict): Edit | undefined {
  const text = version.get('t');
  if (!(text instanceof Uint8Array)) return undefined;
  return { part, at: cocoaDate(numberOf(version.get('d'))), text: decodeAttributedString(text).text };
}

function numbersOf(values: PlistValue | undefined): number[] {
  if (!isList(values)) return [];
  return values.map(numberOf).filter((value) => value !== undefined);
}
