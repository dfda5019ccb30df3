import { sizeInWords, timeInWords } from '../../kit/amounts.ts';
import type { LineFacts, NetworkEvidence } from '../../kit/network-evidence.ts';
import type { WordsOf } from './words-of.ts';

const WAYS = {
  open: 'the way to the Internet is open',
  portal: 'the network wants a page to be seen before it lets anybody through',
  none: 'there is no way to the Internet',
} as const;
const HOSTS = {
  unreachable: 'could not be reached',
  refused: 'hung up during the protected handshake',
  intercepted: 'showed a certificate that is not Apple’s',
} as const;
const STATES = {
  fine: 'works',
  maintenance: 'is under maintenance',
  slow: 'is slow',
  issue: 'has trouble',
  outage: 'is down',
} as const;

export const networkWords: WordsOf<keyof NetworkEvidence> = {
  'wifi.lost': () => 'the iPhone left the Wi-Fi connection',
  'wifi.broke': () => 'the connection over Wi-Fi broke',
  'wifi.back': ({ secondsAway }) => `the iPhone was back on Wi-Fi after ${timeInWords(secondsAway)}`,
  'wifi.asleep': ({ charging }) =>
    `the iPhone said that it goes to sleep${charging === false ? '; it was not charging' : ''}`,
  'wifi.private-address': () => 'the iPhone uses a private Wi-Fi address in this network',
  'wifi.line': (line) => `over Wi-Fi the iPhone answered ${lineInWords(line)}`,
  'net.way': ({ way }) => WAYS[way],
  'net.name': ({ host, verdict }) =>
    verdict === 'blocked'
      ? `the network’s name service hides ${host}, which another one knows`
      : `the network’s name service did not answer for ${host}`,
  'net.host': ({ host, state, issuer }) =>
    `${host} ${HOSTS[state]}${issuer === undefined ? '' : ` but that of “${issuer}”`}`,
  'net.reached': ({ apple }) => `${apple} of Apple’s hosts answered as they should`,
  'net.line': (line) => `the Internet answered ${lineInWords(line)}`,
  'net.upload': ({ bytesPerSecond }) => `${sizeInWords(bytesPerSecond)} a second could be sent`,
  'net.detour': ({ by, name }) => (by === 'vpn' ? `a VPN is on (${name})` : `a proxy is set (${name})`),
  'net.radio': ({ dbm, gigahertz }) =>
    `this computer’s Wi-Fi came in at ${Math.round(dbm)} dBm${gigahertz === undefined ? '' : ` on ${gigahertz} GHz`}`,
  'apple.status': ({ service, state }) => `Apple says that ${service} ${STATES[state]}`,
};

function lineInWords({ medianMs, jitterMs, loss }: LineFacts): string {
  const lost = loss > 0 ? `, and ${Math.round(loss * 100)} of 100 questions were lost` : '';
  return `within ${Math.round(medianMs)} ms, give or take ${Math.round(jitterMs)}${lost}`;
}
