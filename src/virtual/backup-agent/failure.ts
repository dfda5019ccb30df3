import { AgentFault } from '../fault.ts';

/**
 * What BackupAgent2 ends a conversation with for a reason of its own: a number of MBErrorDomain, the text it is known
 * to give, and what lay beneath.
 */
export class AgentFailure extends AgentFault {
  readonly underlying: AgentFault | undefined;

  constructor(errorCode: number, text: string, underlying?: AgentFault) {
    super(errorCode, text);
    this.underlying = underlying;
  }
}

/** The failure as the phone words it in a Response's ErrorDescription. */
export function descriptionOf(failure: AgentFault): string {
  const own = `${failure.message} (MBErrorDomain/${failure.errorCode})`;
  const beneath = failure instanceof AgentFailure ? failure.underlying : undefined;
  return beneath ? `${own}. Underlying error: ${descriptionOf(beneath)}` : own;
}
