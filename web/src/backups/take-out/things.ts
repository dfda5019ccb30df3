import type { RunRequest } from '../../../../src/server/contract/runs.ts';
import type { Place } from '../files/tree.ts';

type ExtractRequest = Extract<RunRequest, { kind: 'extract' }>;
/** What can be taken out as itself. */
export type Thing = ExtractRequest['what'];

/** In the order in which people ask for it. */
export const KINDS = [
  'photos',
  'messages',
  'whatsapp',
  'contacts',
  'calls',
  'calendar',
  'notes',
  'voice-memos',
  'safari',
  'files',
] as const satisfies readonly Thing[];

/** What the address asks for: `?what=messages`, or a folder. */
export function askedThings(query: string): Thing {
  const values = new URLSearchParams(query);
  return KINDS.find((kind) => kind === values.get('what')) ?? (values.has('domain') ? 'files' : 'photos');
}

/** The folder the address names: `?domain=…&folder=…`. */
export function placeAsked(query: string): Place | undefined {
  const values = new URLSearchParams(query);
  const domain = values.get('domain');
  return domain === null ? undefined : { domain, folder: values.get('folder') ?? '' };
}

export function requestFor({
  id,
  what,
  to,
  place,
  password,
}: {
  readonly id: string;
  readonly what: Thing;
  readonly to: string;
  readonly place: Place | undefined;
  readonly password: string;
}): ExtractRequest {
  const within = what === 'files' && place !== undefined;
  return {
    ...{ kind: 'extract', backup: id, what, to },
    ...(within && { domain: place.domain }),
    ...(within && place.folder !== '' && { glob: `${literally(place.folder)}/*` }),
    ...(password !== '' && { password }),
  };
}

/** A folder's name may hold what stands for other letters in a pattern. */
function literally(folder: string): string {
  return folder.replace(/[*?[]/g, '[$&]');
}
