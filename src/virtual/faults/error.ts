import { z } from 'zod';
import { AgentFault, defineFault } from '../fault.ts';

/** The agent ends the conversation with a code of its own choosing. */
export const error = defineFault(
  'error',
  { falls: 'agent' },
  { code: z.int().describe('MBErrorDomain'), text: z.string().default('Injected by the scenario') },
  ({ parameters }) => {
    throw new AgentFault(parameters.code, parameters.text);
  },
);
