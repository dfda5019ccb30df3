import fc from 'fast-check';
import type { EvidenceFacts, EvidenceKind } from '../../../src/kit/evidence.ts';

const yes = fc.boolean();
const few = fc.integer({ min: 0, max: 400 });
const reason = fc.constantFrom(
  'icloud-full',
  'missing-file',
  'missing-keys',
  'network',
  'server-busy',
  'unknown',
);

/** For tests: what a phone may say of its iCloud backup. */
export const cloudFacts: {
  readonly [Kind in Extract<EvidenceKind, `cloud.${string}`>]: fc.Arbitrary<EvidenceFacts[Kind]>;
} = {
  'cloud.failed': fc.record({ reason, domain: fc.constant('MBErrorDomain'), code: few, final: yes }),
  'cloud.conditions': fc.record({ enabled: yes, locked: yes, power: yes, wifi: yes, stopped: yes }),
  'cloud.put-off': fc.record({
    because: fc.constantFrom('failures', 'full', 'keys', 'server'),
    failures: few,
  }),
  'cloud.helper-ended': fc.record({
    process: fc.constantFrom('cloudd', 'backupd'),
    what: fc.constantFrom('crash', 'memory-kill'),
  }),
  'cloud.off': fc.record({ lastBackupDaysAgo: few }, { requiredKeys: [] }),
  'cloud.restoring': fc.record({ daysAgo: few }, { requiredKeys: [] }),
};
