import { z } from 'zod';
import { defineFault, UnreadableFile } from '../fault.ts';

/** The file in hand is damaged on the phone's own storage: the same file, at every try. */
export const badFile = defineFault(
  'bad-file',
  { falls: 'agent', times: Number.MAX_SAFE_INTEGER, staysWithFile: true },
  { text: z.string().default('Input/output error (5)') },
  ({ parameters }) => {
    throw new UnreadableFile(parameters.text);
  },
);
