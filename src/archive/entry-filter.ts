/** Which entries of a backup are wanted; all conditions must hold. Upper and lower case differ. */
export interface EntryFilter {
  readonly domain?: string;
  /** `*` any characters, slashes too; `?` one; `[a-z]` one of these. */
  readonly domainGlob?: string;
  readonly pathGlob?: string;
}

/** The filter in SQL: the condition (or nothing) and its values. */
export function whereOf(filter: EntryFilter): { where: string; values: string[] } {
  const wanted = [
    ['domain = ?', filter.domain],
    ['domain GLOB ?', filter.domainGlob],
    ['relativePath GLOB ?', filter.pathGlob],
  ] as const;
  const conditions: string[] = [];
  const values: string[] = [];
  for (const [condition, value] of wanted) {
    if (value === undefined) continue;
    conditions.push(condition);
    values.push(value);
  }
  return { where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`, values };
}
