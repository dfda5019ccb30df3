export interface Part {
  readonly part: string;
  readonly hit: boolean;
}

/** A text cut at where it says what was searched for, in any case; accents that differ stay unmarked. */
export function marked(text: string, wanted: string): readonly Part[] {
  const parts: Part[] = [];
  const [low, needle] = [text.toLowerCase(), wanted.toLowerCase()];
  // Letters that change their length with their case would shift every mark.
  if (needle === '' || low.length !== text.length) return [{ part: text, hit: false }];
  let from = 0;
  for (let at = low.indexOf(needle); at >= 0; at = low.indexOf(needle, from)) {
    if (at > from) parts.push({ part: text.slice(from, at), hit: false });
    from = at + needle.length;
    parts.push({ part: text.slice(at, from), hit: true });
  }
  if (from < text.length) parts.push({ part: text.slice(from), hit: false });
  return parts;
}
