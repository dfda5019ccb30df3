import type { Evidence, EvidenceKind } from '../kit/evidence.ts';

/**
 * Kinds that tell a state rather than an event: of each topic only the newest counts, for a phone that was locked and
 * is unlocked now is unlocked.
 */
const topics: Partial<Record<EvidenceKind, string>> = {
  'prompt.waits': 'prompt',
  'prompt.gone': 'prompt',
  'prompt.answered': 'prompt',
  'phone.answers': 'pulse',
  'phone.mute': 'pulse',
  'phone.starting': 'pulse',
  'watch.stuck': 'pace',
  'watch.quiet': 'pace',
  // A phone that scanned before it fell silent no longer scans.
  'log.scanning': 'pace',
  'log.space': 'upload',
  'battery.state': 'battery',
  'phone.lock': 'lock',
  'phone.space': 'phone-space',
  'phone.mode': 'mode',
  'destination.space': 'destination-space',
  'destination.short': 'destination-short',
  'encryption.state': 'encryption',
  'icloud.state': 'icloud',
  'cloud.conditions': 'cloud-conditions',
  'clock.differs': 'clock',
  'pairing.record': 'pairing',
  'link.slow': 'rate',
  'link.port': 'port',
  'computer.power': 'power',
  'computer.memory': 'memory',
  'computer.phone-service': 'phone-service',
  'computer.driver': 'driver',
  'destination.files-left': 'files-left',
  'wifi.line': 'wifi-line',
  'net.way': 'way',
  'net.line': 'internet-line',
  'net.upload': 'upload-rate',
  'net.radio': 'radio',
  'net.reached': 'reached',
};

/** The topic of a state, undefined for an event. */
export function topicOf(evidence: Evidence): string | undefined {
  return topics[evidence.kind];
}

/** Conditions that a remedy for something else does not end: they count in full after it, too. */
const lasting: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  'battery.state',
  'phone.space',
  'phone.supervised',
  'encryption.state',
  'encryption.changed',
  'icloud.state',
  'clock.differs',
  'destination.space',
  'destination.limits',
  'destination.poisoned',
  'manifest.large',
  'manifest.damaged',
  'backup.other-phone',
  'version.known-bad',
  'computer.program',
  'computer.power',
  'link.port',
]);

export function isLasting(evidence: Evidence): boolean {
  return lasting.has(evidence.kind);
}
