import type { CloudReason } from '../../../../../../src/kit/cloud-reason.ts';
import type { EvidenceKind } from '../../../../../../src/kit/evidence.ts';
import type { Clauses } from './clauses.ts';

const REASONS: Readonly<Record<CloudReason, string>> = {
  'icloud-full': 'in iCloud war kein Platz',
  'phone-full': 'auf dem iPhone war kein Platz',
  'missing-file': 'eine Datei war nicht da',
  'missing-keys': 'es fehlten Schlüssel',
  network: 'iCloud war nicht zu erreichen',
  'tls-refused': 'die geschützte Verbindung wurde abgelehnt',
  'helper-died': 'ein Hilfsprogramm endete',
  account: 'iCloud ließ es nicht ein',
  'server-busy': 'der Server wies es ab',
  'put-off': 'iOS hat es verschoben',
  locked: 'das iPhone war gesperrt',
  restoring: 'eine Wiederherstellung lief noch',
  cancelled: 'es wurde angehalten',
  unknown: 'der Grund ist nicht bekannt',
};
const PUT_OFF = {
  failures: 'vorher misslang es',
  full: 'iCloud war voll',
  keys: 'es fehlten Schlüssel',
  server: 'der Server wollte es',
} as const;

export const cloudClauses: Clauses<Extract<EvidenceKind, `cloud.${string}`>> = {
  'cloud.failed': ({ reason, final, domain, code, daysAgo }) => {
    const number = domain === '' ? '' : ` (${domain} ${code})`;
    const when = daysAgo === undefined ? '' : ` ${daysAgo} Tage vorher`;
    return `ein iCloud-Backup ${final ? 'misslang' : 'hatte Mühe'}${when}: ${REASONS[reason]}${number}`;
  },
  'cloud.conditions': ({ locked, power, wifi }) =>
    `das iPhone war ${locked ? 'gesperrt' : 'in Gebrauch'}, ${power ? 'am Strom' : 'ohne Strom'} und ${wifi ? 'im WLAN' : 'ohne WLAN'}`,
  'cloud.put-off': ({ because }) =>
    `das iPhone hat sein nächstes iCloud-Backup verschoben: ${PUT_OFF[because]}`,
  'cloud.helper-ended': ({ process, what }) =>
    `${process} ${what === 'memory-kill' ? 'wurde wegen seines Arbeitsspeichers beendet' : 'endete schlecht'}`,
  'cloud.off': () => 'das iCloud-Backup war ausgeschaltet',
  'cloud.restoring': () => 'eine Wiederherstellung aus iCloud war nicht zu Ende',
};
