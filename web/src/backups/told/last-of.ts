import type { PageEvent } from '../../../../src/server/contract/events.ts';

/** The newest event of a type; undefined when there was none. */
export function lastOf<Type extends PageEvent['type']>(
  events: readonly PageEvent[],
  type: Type,
): Extract<PageEvent, { type: Type }> | undefined {
  return allOf(events, type).at(-1);
}

/** All events of a type, as they came. */
export function allOf<Type extends PageEvent['type']>(
  events: readonly PageEvent[],
  type: Type,
): readonly Extract<PageEvent, { type: Type }>[] {
  return events.filter((event): event is Extract<PageEvent, { type: Type }> => event.type === type);
}
