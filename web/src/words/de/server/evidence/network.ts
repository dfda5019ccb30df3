import type { LineFacts, NetworkEvidence } from '../../../../../../src/kit/network-evidence.ts';
import type { Clauses } from './clauses.ts';

const WAYS = {
  open: 'der Weg ins Internet ist frei',
  portal: 'das Netz will, dass man erst eine Seite ansieht, bevor es jemanden durchlässt',
  none: 'es gibt keinen Weg ins Internet',
} as const;
const HOSTS = {
  unreachable: 'war nicht zu erreichen',
  refused: 'legte beim geschützten Handschlag auf',
  intercepted: 'zeigte ein Zertifikat, das nicht von Apple ist',
} as const;
const STATES = {
  fine: 'arbeitet',
  maintenance: 'wird gewartet',
  slow: 'ist langsam',
  issue: 'ist gestört',
  outage: 'ist ausgefallen',
} as const;

export const networkClauses: Clauses<keyof NetworkEvidence> = {
  'wifi.lost': () => 'das iPhone verließ die WLAN-Verbindung',
  'wifi.broke': () => 'die Verbindung über WLAN riss ab',
  'wifi.back': ({ secondsAway }, { duration }) =>
    `das iPhone war nach ${duration(secondsAway)} wieder im WLAN`,
  'wifi.asleep': ({ charging }) =>
    `das iPhone sagte, dass es schlafen geht${charging === false ? '; es lud nicht' : ''}`,
  'wifi.private-address': () => 'das iPhone verwendet in diesem Netz eine private WLAN-Adresse',
  'wifi.line': (line) => `über WLAN antwortete das iPhone ${lineInWords(line)}`,
  'net.way': ({ way }) => WAYS[way],
  'net.name': ({ host, verdict }) =>
    verdict === 'blocked'
      ? `der Namensdienst des Netzes verbirgt ${host}, das ein anderer kennt`
      : `der Namensdienst des Netzes antwortete nicht nach ${host}`,
  'net.host': ({ host, state, issuer }) =>
    `${host} ${HOSTS[state]}${issuer === undefined ? '' : `, sondern von „${issuer}“`}`,
  'net.reached': ({ apple }) => `${apple} von Apples Servern antworteten, wie sie sollen`,
  'net.line': (line) => `das Internet antwortete ${lineInWords(line)}`,
  'net.upload': ({ bytesPerSecond }, { size }) => `${size(bytesPerSecond)} in der Sekunde ließen sich senden`,
  'net.detour': ({ by, name }) =>
    by === 'vpn' ? `ein VPN ist eingeschaltet (${name})` : `ein Proxy ist eingestellt (${name})`,
  'net.radio': ({ dbm, gigahertz }) =>
    `das WLAN kam an diesem Computer mit ${Math.round(dbm)} dBm an${gigahertz === undefined ? '' : `, auf ${gigahertz} GHz`}`,
  'apple.status': ({ service, state }) => `Apple meldet: ${service} ${STATES[state]}`,
};

function lineInWords({ medianMs, jitterMs, loss }: LineFacts): string {
  const lost = loss > 0 ? `, und von 100 Fragen gingen ${Math.round(loss * 100)} verloren` : '';
  return `in ${Math.round(medianMs)} ms, mit Schwankungen um ${Math.round(jitterMs)}${lost}`;
}
