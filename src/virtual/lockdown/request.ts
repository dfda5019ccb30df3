import type { PlistDict, PlistLiteral } from '../../wire/plist/value.ts';
import type { VirtualPhone, Way } from '../phone.ts';
import type { TrustedHost } from '../trust.ts';

/** What one connection to lockdownd knows of itself. */
export interface Conversation {
  readonly phone: VirtualPhone;
  /** The way it came in. */
  readonly way: Way;
  session: { readonly id: string; readonly host: TrustedHost } | undefined;
}

/** Answers one request with the keys beside Request; throws `LockdownError` to refuse it. */
export type Handler = (
  conversation: Conversation,
  request: PlistDict,
) => PlistLiteral | Promise<PlistLiteral>;

/** A refusal in lockdownd's own words (`PasswordProtected`, `InvalidHostID` …). */
export class LockdownError extends Error {
  override readonly name = 'LockdownError';
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** The session of this connection; refuses with SessionInactive when there is none. */
export function sessionOf(conversation: Conversation): { readonly id: string; readonly host: TrustedHost } {
  if (!conversation.session) throw new LockdownError('SessionInactive');
  return conversation.session;
}
