const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&amp;', '&'],
]);

/** The plain values of a command's XML property list, by key; of keys that come twice, the first. */
export function plistValues(xml: string): ReadonlyMap<string, string | number | boolean> {
  const values = new Map<string, string | number | boolean>();
  const pairs = /<key>([^<]*)<\/key>\s*(?:<(string|integer|real)>([^<]*)<\/\2>|<(true|false)\/>)/g;
  for (const [, key = '', kind, text = '', truth] of xml.matchAll(pairs)) {
    if (values.has(key)) continue;
    if (truth !== undefined) values.set(key, truth === 'true');
    else if (kind === 'string')
      values.set(
        key,
        text.replace(/&\w+;/g, (each) => ENTITIES.get(each) ?? each),
      );
    else if (Number.isFinite(Number(text))) values.set(key, Number(text));
  }
  return values;
}
