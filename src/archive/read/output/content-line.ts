const MAX_OCTETS = 75;

/** Text as vCard and iCalendar take it: what would end a value is escaped, control characters are left out. */
export function escapedText(text: string | undefined): string {
  return (text ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\,;]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** The value of a parameter: it cannot end early. */
export function parameterText(text: string): string {
  return text.replace(/[";:,\p{Cc}]/gu, '');
}

/** A line as lines of at most 75 octets; a character is never cut. */
export function folded(line: string): string {
  if (Buffer.byteLength(line) <= MAX_OCTETS) return line;
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}
