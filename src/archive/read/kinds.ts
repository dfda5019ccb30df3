import type { Extraction } from './extraction.ts';

/** What people miss, in the order in which they ask for it. */
export const KINDS = [
  'photos',
  'messages',
  'contacts',
  'calls',
  'calendar',
  'notes',
  'voice-memos',
  'safari',
  'whatsapp',
] as const;

export type Kind = (typeof KINDS)[number];

export type Exporter = (extraction: Extraction) => Promise<void>;

export function isKind(text: string): text is Kind {
  return KINDS.some((kind) => kind === text);
}

/** Each kind's reader is loaded only when it is wanted. */
const EXPORTERS: Readonly<Record<Kind, () => Promise<Exporter>>> = {
  photos: async () => (await import('./photos/export.ts')).exportPhotos,
  messages: async () => (await import('./messages/export.ts')).exportMessages,
  contacts: async () => (await import('./contacts/export.ts')).exportContacts,
  calls: async () => (await import('./calls/export.ts')).exportCalls,
  calendar: async () => (await import('./calendar/export.ts')).exportCalendar,
  whatsapp: async () => (await import('./whatsapp/export.ts')).exportWhatsApp,
  notes: async () => (await import('./notes/export.ts')).exportNotes,
  'voice-memos': async () => (await import('./voice-memos/export.ts')).exportVoiceMemos,
  safari: async () => (await import('./safari/export.ts')).exportSafari,
};

export function exporterOf(kind: Kind): Promise<Exporter> {
  return EXPORTERS[kind]();
}
