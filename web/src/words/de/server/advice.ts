import type { AdviceCard } from '../../../../../src/server/contract/icloud.ts';
import type { Amounts } from '../../amounts.ts';
import type { AdviceTold, CauseTold } from '../../server-words.ts';
import { daysOf } from './cloud-verdict.ts';

type About = AdviceCard['about'];
type Method = Extract<About, { readonly kind: 'method' }>['method'];

const METHODS: Readonly<
  Record<Method['id'], { readonly title: string; readonly saves: string; readonly leaves: string }>
> = {
  'local-encrypted': {
    title: 'Auf diesen Computer, verschlüsselt',
    saves:
      'alles, was sich sichern lässt: Fotos, Nachrichten, Daten der Apps, und auch gespeicherte Passwörter, Health, Anrufe und WLAN',
    leaves: 'was schon nur in iCloud ist, und die Apps selbst, die aus dem App Store wiederkommen',
  },
  'local-plain': {
    title: 'Auf diesen Computer, unverschlüsselt',
    saves: 'Fotos, Nachrichten, Einstellungen, Daten der Apps; wer die Festplatte hat, kann es lesen',
    leaves: 'gespeicherte Passwörter, Health, Anrufe, WLAN-Passwörter, und was nur in iCloud ist',
  },
  wifi: {
    title: 'Auf diesen Computer, über WLAN',
    saves: 'dasselbe wie über das Kabel',
    leaves: 'nichts weiter; es dauert ein Mehrfaches, und das Telefon muss wach sein oder laden',
  },
  icloud: {
    title: 'In iCloud, durch das iPhone selbst',
    saves:
      'Einstellungen, Daten der Apps, und Fotos und Nachrichten, die nicht ohnehin abgeglichen werden; Passwörter und Health bleiben in iClouds eigenen Speichern',
    leaves: 'alles, was mit iCloud abgeglichen wird: das gibt es nur einmal, und es ändert sich mit',
  },
};

/** What helps. The English words are in src/app/words/icloud-advice.ts. */
export function adviceInGerman(
  about: About,
  { size, duration }: Amounts,
  tellCause: (cause: Extract<About, { readonly kind: 'cause' }>['cause']) => CauseTold,
): AdviceTold {
  switch (about.kind) {
    case 'cause':
      return tellCause(about.cause);
    case 'off':
      return {
        sentence: 'Das iCloud-Backup ist auf diesem iPhone aus: Von selbst macht es keines.',
        next: 'Ist das nicht so gemeint: Einstellungen › dein Name › iCloud › iCloud-Backup.',
      };
    case 'no-room':
      return {
        sentence: `iCloud ist für das nächste Backup zu voll: Es fehlen ${size(about.missingBytes)}.`,
        next: 'Lösche alte Backups unter Einstellungen › dein Name › iCloud › Speicher, oder lass Apps aus.',
      };
    case 'low-power':
      return {
        sentence: 'Der Stromsparmodus ist an: Solange verschiebt iOS seine Backups in iCloud.',
        next: 'Schalte ihn unter Einstellungen › Batterie aus, oder lass das iPhone laden.',
      };
    case 'old':
      return {
        sentence:
          about.days === undefined
            ? 'Das iCloud-Backup ist an und hat noch keines fertig gemacht.'
            : `Das iCloud-Backup ist an; das letzte ist ${daysOf(about.days)} alt.`,
        next: 'Lass es jetzt eines machen (Einstellungen › dein Name › iCloud › iCloud-Backup › „Backup jetzt erstellen“), und sieh hier zu.',
      };
    case 'back-up-here':
      return {
        sentence: `${
          about.days === undefined
            ? 'Auf diesem Computer ist keines'
            : `Das hiesige ist ${daysOf(about.days)} alt`
        }: Bis iCloud wieder geht, hält ein Backup auf diesem Computer alles sicher.`,
        next: 'Sichere jetzt, über das Kabel.',
      };
    case 'method': {
      const { title, saves, leaves } = METHODS[about.method.id];
      return {
        sentence: `${title}: ${figures(about.method, size, duration)}`,
        next: `Sichert ${saves}. Lässt aus: ${leaves}.`,
      };
    }
  }
}

function figures(
  { size, seconds, fits, missingBytes }: Method,
  sizeOf: Amounts['size'],
  duration: Amounts['duration'],
): string {
  const about = size.from === 'at-most' ? 'höchstens' : 'etwa';
  const time =
    seconds === undefined
      ? 'wie lange es dauert, ist hier nicht bekannt'
      : `das erste Mal etwa ${duration(seconds.first)}${seconds.from === 'usual' ? ', wie Kabel es meist schaffen' : ', wie hier gemessen'}, später viel weniger`;
  const room =
    fits === undefined ? '' : fits ? '; Platz ist da' : `; dafür fehlen ${sizeOf(missingBytes ?? 0)} Platz`;
  return `${about} ${sizeOf(size.bytes)}, ${time}${room}.`;
}
