import { type Cause, given, NOTHING_CHANGED } from '../cause.ts';

/** The network's name service does not answer, or hardly. */
export const dnsBroken: Cause = {
  id: 'dns-broken',
  requirements: ['B2', 'B9'],
  prior: 8,
  signs: [
    given('net.name', 1000, ({ verdict }) => verdict === 'resolver-silent'),
    given('net.name', 1 / 10),
    given('net.way', 1 / 20, ({ way }) => way === 'portal'),
  ],
  tell: () => ({
    sentence: 'The name service (DNS) of this network does not answer, so that iCloud’s hosts are not found.',
    safe: NOTHING_CHANGED,
    next: 'Restart the Wi-Fi router. If that does not help: on the iPhone, Settings › Wi-Fi › ⓘ › Configure DNS › Automatic, or use another Wi-Fi.',
  }),
};
