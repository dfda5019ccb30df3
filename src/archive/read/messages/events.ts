import type { MessageEvent } from '../conversations/message.ts';
import type { Row } from '../database/row.ts';

/** What a row says that nobody wrote; undefined for ordinary messages. `other`: the address of `other_handle`. */
export function eventOf(row: Row, other: string | undefined): MessageEvent | undefined {
  const action = row.number('group_action_type') ?? 0;
  switch (row.number('item_type') ?? 0) {
    case 0:
      return undefined;
    case 1:
      return { kind: action === 0 ? 'added' : 'removed', who: other };
    case 2:
      return { kind: 'renamed', title: row.text('group_title') };
    case 3:
      return { kind: GROUP_ACTIONS.get(action) ?? 'unknown' };
    case 4:
      return { kind: row.flag('share_status') ? 'location-stopped' : 'location-started' };
    case 5:
      return { kind: 'audio-kept' };
    case 6:
      return { kind: 'shareplay' };
    default:
      return { kind: 'unknown' };
  }
}

const GROUP_ACTIONS: ReadonlyMap<
  number,
  Exclude<MessageEvent['kind'], 'added' | 'removed' | 'renamed'>
> = new Map([
  [0, 'left'],
  [1, 'photo-changed'],
  [2, 'photo-removed'],
  [4, 'background-changed'],
  [6, 'background-removed'],
]);
