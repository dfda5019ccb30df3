import type { EvidenceKind } from '../../../../../../src/kit/evidence.ts';
import { often } from '../causes/told.ts';
import type { Clauses } from './clauses.ts';
import type { cloudClauses } from './cloud.ts';
import type { computerClauses } from './computer.ts';
import type { networkClauses } from './network.ts';
import type { phoneClauses } from './phone.ts';

type RunKind = Exclude<
  EvidenceKind,
  | keyof typeof cloudClauses
  | keyof typeof computerClauses
  | keyof typeof networkClauses
  | keyof typeof phoneClauses
>;

const PROMPTS = {
  passcode: 'nach seinem Code',
  trust: 'ob es diesem Computer vertrauen soll',
  unlock: 'danach, entsperrt zu werden',
} as const;
const LEFT = {
  'vault-lock': 'die Sperre des Backup-Ordners',
  'sync-lock': 'die Abgleichsperre des iPhone',
  'phone-snapshot': 'eine Momentaufnahme auf dem iPhone',
  partial: 'ein halbes Backup',
} as const;
const RESULTS = {
  helped: 'und es half',
  'went-on': 'und danach ging das Backup weiter',
  'no-effect': 'und es half nicht',
  failed: 'und das ging nicht',
  'not-done': 'und es wurde nicht getan',
} as const;
const PORT_EVENTS = {
  reset: 'einen Neustart',
  disconnect: 'einen Abbruch',
  'over-current': 'eine Überlastung',
} as const;

export const runClauses: Clauses<RunKind> = {
  'link.detached': () => 'das iPhone war nicht mehr am Kabel',
  'link.attached': ({ secondsAway }, { duration }) =>
    `das iPhone war nach ${duration(secondsAway)} wieder da`,
  'link.steady': () => 'das iPhone blieb verbunden, als das Gespräch abriss',
  'link.slow': ({ bytesPerSecond }, { size }) =>
    `die Verbindung schaffte ${size(bytesPerSecond)} in der Sekunde`,
  'link.power-only': () =>
    'etwas von Apple nahm an einem Anschluss dieses Computers Strom und zeigte keine Daten',
  'link.bus-errors': ({ times, code }) => `der Computer sah ${often(times)} einen Fehler am Kabel (${code})`,
  'link.port': ({ hubs, megabitsPerSecond }) =>
    `das iPhone steckte ${hubs === 0 ? 'direkt im Computer' : hubs === 1 ? 'hinter einem Hub' : `hinter ${hubs} Hubs`}${
      megabitsPerSecond === undefined ? '' : `, mit ${megabitsPerSecond} Mbit/s`
    }`,
  'link.port-events': ({ event, times, onHub }) =>
    `der Computer sah ${often(times)} ${PORT_EVENTS[event]} ${onHub ? 'des Hubs' : 'am Anschluss des iPhone'}`,
  'link.compared': ({ bytesPerSecondBefore, bytesPerSecond }, { size }) =>
    `die Verbindung schafft jetzt ${size(bytesPerSecond)} in der Sekunde, vorher ${size(bytesPerSecondBefore)}`,
  'attempt.failed': ({ code, bytes, percent }, { size }) =>
    `ein Versuch endete${percent === undefined ? '' : ` bei ${Math.round(percent)} %`} nach ${size(bytes)} (${code})`,
  'attempt.repeated': ({ percent, times }) => `das Backup blieb ${often(times)} bei ${percent} % stehen`,
  'prompt.waits': ({ what, seconds }, { duration }) =>
    `das iPhone fragte seit ${duration(seconds)} ${PROMPTS[what]}`,
  'prompt.expired': () => 'die Frage nach dem Code verschwand, ohne dass er eingegeben wurde',
  'prompt.gone': () => 'die Frage verschwand vom Bildschirm des iPhone',
  'prompt.answered': () => 'was das iPhone fragte, wurde beantwortet',
  'file.unreadable': ({ path, app }) =>
    `das iPhone konnte ${path}${app === undefined ? '' : ` der App ${app}`} nicht lesen`,
  'space.wanted': ({ wantedBytes }, { size }) =>
    `das iPhone bat diesen Computer, ${size(wantedBytes)} freizumachen`,
  'daemon.gone': () => 'das Backup-Programm auf dem iPhone legte auf, während das iPhone selbst antwortete',
  'size.absurd': ({ uploadBytes, capacityBytes }, { size }) =>
    `das iPhone will ${size(uploadBytes)} senden, fasst aber nur ${size(capacityBytes)}`,
  'sync-lock.held': ({ seconds }, { duration }) =>
    `die Abgleichsperre des iPhone war ${duration(seconds)} lang belegt`,
  'run.left-behind': ({ what }) => `ein Lauf, den es nicht mehr gibt, ließ ${LEFT[what]} zurück`,
  'clock.differs': ({ seconds }, { duration }) =>
    `die Uhren von iPhone und Computer gingen um ${duration(Math.abs(seconds))} auseinander`,
  'encryption.state': ({ on, forced }) =>
    forced
      ? 'ein Profil verlangt verschlüsselte Backups'
      : `verschlüsselte Backups sind ${on ? 'eingeschaltet' : 'ausgeschaltet'}`,
  'encryption.changed': ({ on }) =>
    `die Verschlüsselung wurde seit dem letzten Backup ${on ? 'eingeschaltet' : 'ausgeschaltet'}`,
  'password.refused': () => 'das Backup-Passwort öffnete die Schlüssel des Backups nicht',
  'remedy.tried': ({ remedy, result }) => `versucht wurde: ${remedy}, ${RESULTS[result]}`,
  'watch.stuck': ({ silentSeconds }, { duration }) =>
    `seit ${duration(silentSeconds)} kam kein Lebenszeichen`,
  'watch.quiet': ({ seconds }, { duration }) =>
    `seit ${duration(seconds)} kam nichts an, aber das iPhone arbeitete`,
  'watch.percent-odd': ({ pattern, percent, times }) =>
    pattern === 'no-end'
      ? 'der Fortschritt stand bei 100 %, und es kam kein Ende'
      : `der Fortschritt ging ${often(times)} zurück, zuletzt auf ${percent} %`,
  'watch.rate-fell': ({ bytesPerSecond, beforeBytesPerSecond }, { size }) =>
    `das Tempo fiel von ${size(beforeBytesPerSecond)} auf ${size(bytesPerSecond)} in der Sekunde`,
};
