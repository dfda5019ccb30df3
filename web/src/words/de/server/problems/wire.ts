import type { ProblemTold } from '../../../server-words.ts';
import { EARLIER_SAFE_GERMAN } from '../safe.ts';

/** Bytes that make no sense, and connections that end. */
export const wireProblems = {
  'stream.ended': {
    what: 'Die Verbindung zum iPhone ist zu Ende.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Prüfe das Kabel an beiden Enden und fang wieder an.',
  },
  'stream.failed': {
    what: 'Die Verbindung zum iPhone ist zu Ende.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Prüfe das Kabel an beiden Enden und fang wieder an.',
  },
  'stream.too-large': {
    what: 'Das iPhone hat etwas gesendet, das keinen Sinn ergibt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Zieh das iPhone ab, stecke es wieder an und versuche es noch einmal. Geschieht es wieder, hilft vielleicht ein anderes Kabel.',
  },
  'wire.afc': {
    what: 'Das iPhone hat etwas gesendet, das keinen Sinn ergibt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Zieh das iPhone ab, stecke es wieder an und versuche es noch einmal. Geschieht es wieder, hilft vielleicht ein anderes Kabel.',
  },
  'wire.devicelink': {
    what: 'Das iPhone hat etwas gesendet, das keinen Sinn ergibt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Zieh das iPhone ab, stecke es wieder an und versuche es noch einmal. Geschieht es wieder, hilft vielleicht ein anderes Kabel.',
  },
  'wire.frame': {
    what: 'Das iPhone hat etwas gesendet, das keinen Sinn ergibt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Zieh das iPhone ab, stecke es wieder an und versuche es noch einmal. Geschieht es wieder, hilft vielleicht ein anderes Kabel.',
  },
  'wire.path': {
    what: 'Das iPhone hat etwas gesendet, das keinen Sinn ergibt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Zieh das iPhone ab, stecke es wieder an und versuche es noch einmal. Geschieht es wieder, hilft vielleicht ein anderes Kabel.',
  },
  'wire.plist': {
    what: 'Das iPhone hat etwas gesendet, das keinen Sinn ergibt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Zieh das iPhone ab, stecke es wieder an und versuche es noch einmal. Geschieht es wieder, hilft vielleicht ein anderes Kabel.',
  },
  'wire.unexpected': {
    what: 'Das iPhone hat etwas gesendet, das keinen Sinn ergibt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Zieh das iPhone ab, stecke es wieder an und versuche es noch einmal. Geschieht es wieder, hilft vielleicht ein anderes Kabel.',
  },
  'wire.protobuf': {
    what: 'Im Backup steht etwas, das keinen Sinn ergibt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Prüfe das Backup.',
  },
  'wire.typedstream': {
    what: 'Im Backup steht etwas, das keinen Sinn ergibt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Prüfe das Backup.',
  },
  'wire.usbmux': {
    what: 'Der Dienst, der mit iPhones spricht, hat etwas gesendet, das keinen Sinn ergibt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Zieh das iPhone ab, stecke es wieder an und versuche es noch einmal. Geschieht es wieder, hilft vielleicht ein anderes Kabel.',
  },
  'wire.keybag': {
    what: 'Die Schlüssel dieses verschlüsselten Backups lassen sich nicht lesen.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Prüfe das Passwort. Stimmt es, dann ist das Backup beschädigt: mach ein neues in einen anderen Ordner.',
  },
  'wire.mbdb': {
    what: 'Die Liste der Dateien dieses alten Backups (Manifest.mbdb) lässt sich nicht bis zum Ende lesen.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Sieh unter „Prüfen“, was noch da ist.',
  },
} as const satisfies Readonly<Record<string, ProblemTold>>;
