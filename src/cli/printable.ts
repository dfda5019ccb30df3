/** Text of a phone without what would steer a terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '');
}
