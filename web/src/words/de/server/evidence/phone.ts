import type { EvidenceKind } from '../../../../../../src/kit/evidence.ts';
import type { Clauses } from './clauses.ts';

type PhoneKind = Extract<
  EvidenceKind,
  | `phone.${string}`
  | `battery.${string}`
  | `crash.${string}`
  | `pairing.${string}`
  | `tls.${string}`
  | `icloud.${string}`
  | `log.${string}`
>;

const MODES = {
  restore: 'beim Wiederherstellen',
  recovery: 'im Wiederherstellungsmodus',
  dfu: 'im DFU-Modus',
} as const;
const ENDS = {
  crash: 'abstürzte',
  'memory-kill': 'wegen seines Arbeitsspeichers beendet wurde',
  'resource-limit': 'eine Grenze überschritt',
  panic: 'das ganze System mitriss',
} as const;

export const phoneClauses: Clauses<PhoneKind> = {
  'phone.cancelled': () => 'das Backup wurde auf dem Bildschirm des iPhone angehalten',
  'phone.answers': () => 'das iPhone antwortete auf einer zweiten Verbindung',
  'phone.mute': ({ layer, seconds }, { duration }) =>
    `${layer === 'usbmux' ? 'der Dienst, der mit iPhones spricht,' : 'das iPhone'} gab auf einer zweiten Verbindung ${duration(seconds)} keine Antwort`,
  'phone.lock': ({ locked }) => `das iPhone war ${locked ? 'gesperrt' : 'entsperrt'}`,
  'phone.low-power-changed': () => 'der Stromsparmodus wurde umgeschaltet',
  'phone.before-first-unlock': () => 'das iPhone war seit dem Einschalten nicht entsperrt worden',
  'phone.restarted': ({ secondsAway }, { duration }) =>
    `das iPhone startete neu und war ${duration(secondsAway)} weg`,
  'phone.updating': () => 'das iPhone installierte ein Update',
  'phone.starting': () => 'das iPhone hing am Kabel, und in ihm hörte noch nichts zu',
  'phone.mode': ({ mode }) => `das iPhone war ${MODES[mode]}`,
  'phone.setup-unfinished': ({ activated }) =>
    activated ? 'die Einrichtung des iPhone war nicht fertig' : 'das iPhone war nicht aktiviert',
  'phone.supervised': () => 'das iPhone wird von einer Organisation verwaltet',
  'phone.space': ({ availableBytes, capacityBytes }, { size }) =>
    `auf dem iPhone waren ${size(availableBytes)} von ${size(capacityBytes)} frei`,
  'pairing.record': ({ here, accepted }) =>
    here
      ? `das iPhone nahm das Vertrauen dieses Computers ${accepted ? 'an' : 'nicht an'}`
      : 'dieser Computer und das iPhone kennen sich nicht',
  'pairing.stale': ({ daysSinceContact }) =>
    `Telefon und Computer hatten sich ${daysSinceContact} Tage nicht gesehen`,
  'tls.broken': ({ certificate }) =>
    certificate === 'other'
      ? 'die geschützte Verbindung zeigte ein Zertifikat, das nicht vom iPhone ist'
      : 'die geschützte Verbindung riss ab, während sie aufgebaut wurde',
  'battery.state': ({ percent, charging, celsius, healthPercent }) => {
    const parts = [
      percent !== undefined && `bei ${Math.round(percent)} %`,
      charging !== undefined && (charging ? 'am Laden' : 'nicht am Laden'),
      celsius !== undefined && `${Math.round(celsius)} °C warm`,
      healthPercent !== undefined && `bei ${Math.round(healthPercent)} % von dem, was er neu hatte`,
    ].filter((part) => typeof part === 'string');
    return parts.length === 0 ? 'nach dem Akku wurde gesehen' : `der Akku war ${parts.join(', ')}`;
  },
  'crash.report': ({ process, what, secondsAgo }, { duration }) =>
    `ein Bericht auf dem iPhone sagt, dass ${process} ${duration(secondsAgo)} vorher ${ENDS[what]}`,
  'icloud.state': ({ backupOn }) => `das iCloud-Backup war ${backupOn ? 'eingeschaltet' : 'ausgeschaltet'}`,
  'log.scanning': () => 'das Protokoll des iPhone zeigt, dass es seine Dateien durchsieht',
  'log.space': ({ uploadBytes }, { size }) => `das iPhone will ${size(uploadBytes)} senden`,
  'log.wants-space': ({ missingBytes }, { size }) => `dem iPhone fehlen hier ${size(missingBytes)} Platz`,
  'log.file-unreadable': ({ domain }) =>
    `das Protokoll des iPhone nennt eine Datei, die es nicht lesen konnte${domain === '' ? '' : ` (${domain})`}`,
  'log.computer-refused': ({ code }) => `das iPhone sagt, dass dieser Computer mit Fehler ${code} antwortete`,
  'log.link-broken': () => 'das Protokoll des iPhone sagt, dass die Verbindung abriss',
  'log.locked': ({ process }) =>
    `${process} konnte geschützte Dateien nicht öffnen, weil das iPhone gesperrt war`,
  'log.crashed': ({ process, onFileName }) =>
    `${process} stürzte ab${onFileName ? ', über dem Namen einer Datei' : ''}`,
  'log.memory-kill': ({ process }) => `das iPhone beendete ${process} wegen seines Arbeitsspeichers`,
  'log.daemon-exit': ({ status }) => `das Backup-Programm auf dem iPhone endete (Status ${status})`,
  'log.backup-failed': ({ code }) =>
    `das Protokoll des iPhone sagt, dass das Backup misslang (Fehler ${code})`,
  'log.backup-finished': () => 'das Protokoll des iPhone sagt, dass das Backup fertig ist',
  'log.icloud-backup': () => 'auf dem iPhone lief ein iCloud-Backup',
};
