import { asDict, maybeStringIn } from '../../wire/plist/access.ts';
import { readFrame } from '../../wire/plist-frame.ts';
import type { Service } from '../service.ts';

/** `com.apple.mobile.assertion_agent`: keeps the phone awake for as long as the connection is open. */
export const assertionAgent: Service = async ({ phone, channel, signal }) => {
  for (;;) {
    const request = asDict(await readFrame(channel.reader, { signal }));
    if (maybeStringIn(request, 'CommandKey') !== 'CommandCreateAssertion') return;
    const type = maybeStringIn(request, 'AssertionTypeKey') ?? 'unnamed';
    phone.log('mobile_assertion_agent', 'Notice', `Created assertion ${type}`);
  }
};
