import { diagnose } from '../../diagnosis/diagnose.ts';
import { nameOf } from '../../diagnosis/name.ts';
import { type Check, fine } from './check.ts';

/** What an iCloud backup needs of this network, and of Apple; looked at where that was asked for. */
export const network: Check = {
  id: 'network',
  title: 'the network',
  requirements: ['B2', 'B7', 'B9', 'C5', 'D3', 'D11'],
  async look({ lookAtNetwork }, signal) {
    if (!lookAtNetwork) return undefined;
    const evidence = await lookAtNetwork(signal);
    const named = nameOf(diagnose(evidence));
    if (!named)
      return fine(
        'From this computer Apple’s hosts are reached as an iCloud backup needs them.',
        ...evidence,
      );
    // It never keeps a backup to this computer from working.
    return { standing: 'note', sentence: named.sentence, next: named.next, evidence };
  },
};
