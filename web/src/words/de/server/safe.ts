/** What is safe, in the sentences of src/diagnosis/cause.ts. */
export const EARLIER_SAFE_GERMAN = 'Dein früheres Backup ist, wie es war.';
export const KEPT = `${EARLIER_SAFE_GERMAN} Was schon empfangen wurde, bleibt und wird nicht noch einmal gesendet.`;
export const CLOUD_SAFE = 'Frühere Backups, in iCloud und auf diesem Computer, sind, wie sie waren.';
export const NOTHING_CHANGED = 'Nichts wurde verändert.';
