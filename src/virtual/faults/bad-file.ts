import { z } from 'zod';
import { defineFault, UnreadableFile } from '../fault.ts';

/** The file in hand is damaged on the phone's own storage: the same file, at every try. */
export const badFile = defineFault(
  'bad-file',
  { falls: 'agent', times: Number.MAX_SAFE_INTEGER, staysWithFile: true },
  {
    text: z.string().default('Input/output error (5)'),
    forgiven: z.boolean().default(false).describe('The phone ends the backup well without it.'),
  },
  ({ parameters: { text, forgiven } }) => {
    throw new UnreadableFile(text, forgiven);
  },
);
