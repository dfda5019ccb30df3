import { NOTHING_CHANGED } from '../safe.ts';
import type { Told } from './told.ts';

const EXAMPLE_BYTES = 20e9;
const ROUTER =
  'Starte den WLAN-Router neu, oder nimm ein anderes WLAN. Ein lokales Backup mit Thaw braucht kein Internet.';

/** The network of this computer, and Apple's side. */
export const networkCauses: Told = {
  'apple-outage': (seen) => {
    const services = [
      ...new Set(
        seen
          .all('apple.status', ({ state }) => state !== 'fine' && state !== 'maintenance')
          .map(({ service }) => service),
      ),
    ];
    return {
      sentence: `Apple meldet, dass es gerade Probleme gibt: ${services.join(', ') || 'iCloud'}. Am iPhone und an diesem Netz liegt es nicht.`,
      safe: NOTHING_CHANGED,
      next: 'Warte, bis Apple es behoben hat; Thaw sieht von selbst wieder nach. Ein lokales Backup mit Thaw geht inzwischen.',
    };
  },
  'captive-portal': () => ({
    sentence:
      'Dieses WLAN will, dass man erst seine eigene Seite ansieht oder zustimmt, wie in Hotels und Zügen.',
    safe: NOTHING_CHANGED,
    next: 'Öffne im Browser des iPhone selbst irgendeine Seite und stimme dort zu: jedes Gerät muss das für sich tun. Für ein Backup sind solche Netze oft zu langsam.',
  }),
  'dns-blocks-icloud': (seen) => {
    const hosts = [
      ...new Set(seen.all('net.name', ({ verdict }) => verdict === 'blocked').map(({ host }) => host)),
    ];
    return {
      sentence: `Der Namensdienst dieses Netzes verbirgt ${hosts.length === 0 ? 'Server von iCloud' : hosts.join(', ')}: das tut ein Filter für Werbung oder für Kinder. Das iPhone fragt denselben, außer über Mobilfunk.`,
      safe: NOTHING_CHANGED,
      next: 'Erlaube diese Namen im Filter (Pi-hole, AdGuard, Router), oder sichere das iPhone in einem anderen WLAN.',
    };
  },
  'dns-broken': () => ({
    sentence:
      'Der Namensdienst (DNS) dieses Netzes antwortet nicht, darum werden die Server von iCloud nicht gefunden.',
    safe: NOTHING_CHANGED,
    next: 'Starte den WLAN-Router neu. Hilft das nicht: auf dem iPhone Einstellungen › WLAN › ⓘ › DNS konfigurieren › Automatisch, oder ein anderes WLAN.',
  }),
  'firewall-blocks': (seen) => {
    const hosts = [...new Set(seen.all('net.host').map(({ host }) => host))];
    return {
      sentence: `Das Internet geht, aber ${hosts.length === 0 ? 'Server von Apple' : hosts.join(', ')} ${hosts.length === 1 ? 'ist' : 'sind'} von hier nicht zu erreichen: eine Firewall hält sie fern, auf diesem Computer oder im Netz.`,
      safe: NOTHING_CHANGED,
      next: 'Versuche ein anderes WLAN. Geht es dort, muss, wer dieses Netz betreibt, die Server von Apple zulassen (support.apple.com/101555).',
    };
  },
  'internet-intercepted': (seen) => {
    const issuer = seen.last('net.host', ({ state }) => state === 'intercepted')?.issuer;
    return {
      sentence: `${issuer === undefined ? 'Etwas' : `„${issuer}“`} öffnet unterwegs die geschützten Verbindungen zu Apple, und Apples Dienste lehnen solche Verbindungen ab. Ist es ein Programm auf diesem Computer, betrifft es das iPhone nicht; ist es ein Filter im Netz, schon.`,
      safe: NOTHING_CHANGED,
      next: 'Schalte in der Sicherheitssoftware die „HTTPS-Prüfung“ aus, lass Apples Server im Filter ausnehmen, oder nimm für das iPhone ein anderes WLAN.',
    };
  },
  'internet-slow': (seen, amounts) => {
    const rate = seen.last('net.upload')?.bytesPerSecond;
    return {
      sentence:
        rate === undefined || rate === 0
          ? 'Dieser Internetanschluss antwortet langsam; ein iCloud-Backup kann darüber Tage dauern.'
          : `Aus diesem Netz lassen sich nur ${amounts.size(rate)} in der Sekunde senden: ein iCloud-Backup von 20 GB dauert mindestens ${amounts.duration(EXAMPLE_BYTES / rate)}.`,
      safe: NOTHING_CHANGED,
      next: 'Lass das iPhone über Nacht am Ladegerät und im WLAN, wenn nötig mehrere Nächte, nimm ein schnelleres WLAN, oder mach ein lokales Backup mit Thaw, das kein Internet braucht.',
    };
  },
  'internet-unstable': (seen) => {
    const line = seen.last('net.line');
    const lost =
      line && line.loss > 0 ? `: von 100 Fragen gehen ${Math.round(line.loss * 100)} verloren` : '';
    return {
      sentence: `Die Internetverbindung dieses Netzes ist unzuverlässig${lost}.`,
      safe: NOTHING_CHANGED,
      next: ROUTER,
    };
  },
  'no-internet': () => ({
    sentence: 'Aus diesem Netz führt kein Weg ins Internet, und ohne Internet gibt es kein iCloud-Backup.',
    safe: NOTHING_CHANGED,
    next: ROUTER,
  }),
  'vpn-in-way': (seen) => {
    const detour = seen.last('net.detour');
    return {
      sentence: `Der Verkehr dieses Computers läuft über ${detour?.by === 'proxy' ? 'einen Proxy' : 'ein VPN'}${detour ? ` (${detour.name})` : ''}, und Apples Server sind darüber nicht zu erreichen. Das iPhone geht seinen eigenen Weg, außer es hat dasselbe VPN.`,
      safe: NOTHING_CHANGED,
      next: 'Schalte das VPN einen Moment aus, auf diesem Computer und auf dem iPhone (Einstellungen › VPN), und sieh wieder nach.',
    };
  },
  'wifi-weak': (seen) => {
    const dbm = seen.last('net.radio')?.dbm;
    return {
      sentence: `Das WLAN ist schwach${dbm === undefined ? '' : `, wo dieser Computer steht (${Math.round(dbm)} dBm; unter −70 sucht ein iPhone ein anderes)`}.`,
      safe: NOTHING_CHANGED,
      next: 'Bring das iPhone näher an den WLAN-Router, weg von Mikrowelle und anderen Funkgeräten, oder nimm ein anderes WLAN.',
    };
  },
};
