import type { Grounds } from '../../../../../src/kit/grounds.ts';
import type { CloudStage, Missing, WatchSaying } from '../../../../../src/kit/watch-saying.ts';
import type { Amounts } from '../../amounts.ts';
import type { CauseTold } from '../../server-words.ts';
import { verdictInGerman } from './cloud-verdict.ts';

type TellCause = (cause: Extract<WatchSaying, { readonly code: 'cause' }>['cause']) => CauseTold;

const STAGES: Readonly<Record<CloudStage, string>> = {
  Setup: 'bereitet sich vor',
  RefreshCache: 'vergleicht mit dem, was in iCloud ist',
  SynchronizeFileLists: 'vergleicht mit dem, was in iCloud ist',
  CreateVolumeSnapshots: 'hält seinen Stand fest',
  FindChanges: 'sucht, was sich geändert hat',
  ReserveQuota: 'fragt nach Platz in iCloud',
  PrepareToUploadFiles: 'sendet',
  UploadFiles: 'sendet',
  UploadDomainRecords: 'sendet die Listen',
  Commit: 'bringt es an seinen Platz',
};
const MISSING: Readonly<Record<Missing, string>> = {
  power: 'das Ladegerät',
  wifi: 'das WLAN',
  lock: 'ein gesperrter Bildschirm',
};
const PERSON = {
  passcode: 'das iPhone zeigt die Frage nach seinem Code',
  trust: 'das iPhone fragt, ob es diesem Computer vertrauen soll',
  unlock: 'das iPhone ist gesperrt',
} as const;
const WEAK: Readonly<Record<string, string>> = {
  log: 'das Protokoll des Backup-Programms geht weiter',
  notification: 'das iPhone meldet sich noch',
  disk: 'die Festplatte antwortet noch',
};

/** What is told while a backup that others make is followed. The English words are in src/app/words/watch-words.ts. */
export function watchInGerman(saying: WatchSaying, amounts: Amounts, tellCause: TellCause): string {
  const { duration, size } = amounts;
  switch (saying.code) {
    case 'state': {
      const { on, lastSecondsAgo: seconds } = saying;
      const last =
        seconds === undefined ? 'fertig wurde noch keines' : `das letzte ist ${duration(seconds)} alt`;
      return `Das iCloud-Backup ist ${on ? 'an' : 'aus'}; ${last}.`;
    }
    case 'listening':
      return 'Das Protokoll des iPhone wird mitgelesen. Es beginnt mit jetzt: Was vorher war, zeigt sich, sobald mehr davon geschieht.';
    case 'begins':
      return saying.resumed
        ? 'Das iCloud-Backup geht dort weiter, wo es abriss.'
        : 'Ein iCloud-Backup beginnt.';
    case 'at-work':
      return 'Ein iCloud-Backup läuft.';
    case 'stage':
      return `Das iPhone ${STAGES[saying.stage]}.`;
    case 'under-way': {
      const where =
        saying.stage === undefined
          ? ''
          : ` Das iPhone ${STAGES[saying.stage]}, bei etwa ${amounts.percent(saying.percent)}.`;
      return `Das iCloud-Backup läuft.${where} Es geht ohne diesen Computer weiter.`;
    }
    case 'room-granted':
      return 'In iCloud ist Platz dafür.';
    case 'quiet':
      return `Es ist still: ${because(saying.grounds, duration)}. Bei iCloud ist das normal, auch stundenlang; es ist nichts zu tun.`;
    case 'slow':
      return `Es ist langsam, hängt aber nicht: Etwa ${size(saying.bytesPerSecond)} in der Sekunde werden gesendet.`;
    case 'stuck':
      return `Es scheint zu hängen: ${because(saying.grounds, duration)}.`;
    case 'loses':
      return `Dem iPhone fehlt jetzt ${saying.what === 'power' ? 'sein Ladegerät' : 'das WLAN'}; es wartet ${duration(saying.seconds)} darauf, bevor es das Backup abbricht.`;
    case 'misses':
      return `Einem Backup, das von selbst beginnt, fehlt gerade: ${saying.missing.map((one) => MISSING[one]).join(' und ')}.`;
    case 'conditions-met':
      return 'Das iPhone hat alles, was es braucht: Strom, WLAN und einen gesperrten Bildschirm.';
    case 'failed-unknown':
      return 'Das iCloud-Backup misslang. Was das iPhone als Grund nennt, hat niemand je erklärt.';
    case 'finished': {
      const after =
        saying.seconds === undefined ? '' : `, ${duration(saying.seconds)} nachdem es zu sehen war`;
      return `Das iCloud-Backup ist fertig${after}. So sagt es das iPhone; was in iCloud liegt, lässt sich von hier nicht prüfen.`;
    }
    case 'is-finished':
      return 'Das iCloud-Backup ist fertig.';
    case 'off-cable':
      return 'Das iPhone ist nicht mehr am Kabel. Sein iCloud-Backup geht ohne diesen Computer weiter, nur ungesehen.';
    case 'on-cable':
      return 'Das iPhone ist wieder am Kabel.';
    case 'not-seen':
      return 'Es war kein iCloud-Backup zu sehen.';
    case 'other':
      return `${named(saying.program)} macht auf diesem Computer ein Backup dieses iPhone; Thaw sieht zu.`;
    case 'other-moving':
      return saying.bytesPerSecond > 0
        ? `Es empfängt etwa ${size(saying.bytesPerSecond)} in der Sekunde.`
        : 'Es empfängt.';
    case 'other-quiet':
      return `Es ist still: ${because(saying.grounds, duration)}. Es hängt nicht.`;
    case 'other-waits':
      return `Es wartet auf jemanden: ${because(saying.grounds, duration)}.`;
    case 'other-hidden':
      return 'In den Ordner, in den es schreibt, darf dieser Benutzer nicht hineinsehen: Nur das Protokoll des iPhone sagt, wie es vorangeht.';
    case 'other-finished':
      return `${named(saying.program)} ist damit fertig, wie das iPhone sagt.`;
    case 'other-ended':
      return `${named(saying.program)} hat das iPhone losgelassen, ohne ein Wort von Erfolg.`;
    case 'cause':
      return tellCause(saying.cause).sentence;
    case 'verdict':
      return verdictInGerman(saying.story, saying.cause && tellCause(saying.cause), amounts);
    case 'summary':
      return `${duration(saying.seconds)} lang zugesehen. ${watchInGerman(saying.seen, amounts, tellCause)}`;
  }
}

function named(program: string | null): string {
  return program ?? 'Ein anderes Programm';
}

/** Why the watch judges as it does, as half a sentence. */
function because(
  { reason, strongSeconds, silentSeconds, limitSeconds, weakSign, waitingFor }: Grounds,
  duration: (seconds: number) => string,
): string {
  switch (reason) {
    case 'moving':
      return 'eben kam etwas an';
    case 'waiting':
      return waitingFor === undefined ? 'jemand wird gebraucht' : PERSON[waitingFor];
    case 'away':
      return 'das iPhone ist nicht mehr verbunden';
    case 'mute':
      return `seit ${dative(duration(silentSeconds))} kam nichts an, und das iPhone antwortet auch auf einer zweiten Verbindung nicht`;
    case 'silent':
      return `seit ${dative(duration(silentSeconds))} kam kein Lebenszeichen; bis zu ${dative(duration(limitSeconds))} wären hier normal`;
    case 'quiet':
      return weakSign === undefined
        ? `seit ${dative(duration(silentSeconds))} kam nichts an, und bis zu ${dative(duration(limitSeconds))} ist hier normal`
        : `seit ${dative(duration(strongSeconds))} kam nichts an, aber ${WEAK[weakSign] ?? 'etwas bewegt sich noch'}`;
  }
}

/** „2 Tage“ → „2 Tagen“ */
function dative(duration: string): string {
  return duration.replace(/Tage$/, 'Tagen');
}
