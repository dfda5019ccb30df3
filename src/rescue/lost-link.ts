/** How an attempt ends when the connection to the phone breaks, whatever broke it. */
export const lostLinkCodes: ReadonlySet<string> = new Set([
  'backup.link-lost',
  'phone.gone',
  'stream.ended',
  'stream.failed',
  'phone.session-lost',
]);
