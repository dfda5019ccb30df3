import type { icloud as english } from '../en/icloud.ts';

export const icloud: typeof english = {
  looking: 'Dein iPhone wird gesucht …',
  none: 'Schließe das iPhone an, dessen iCloud-Backup hängt.',
  noneAbout: 'Nur das iPhone selbst kann sagen, was sein iCloud-Backup macht. Es erscheint hier von selbst.',
  toPhones: 'Zu deinen Telefonen',
  which: 'Welches iPhone?',
  asking: (name) => `„${name}“ wird nach seinem iCloud-Backup gefragt …`,
  cannotAsk: (name) => `„${name}“ lässt sich gerade nicht nach seinem iCloud-Backup fragen.`,
  lead: {
    running: (name) => `„${name}“ macht gerade ein iCloud-Backup.`,
    off: (name) => `Auf „${name}“ ist das iCloud-Backup ausgeschaltet.`,
    last: (name, ago) => `„${name}“ hat zuletzt ${ago} ein iCloud-Backup gemacht.`,
    never: (name) => `Das iCloud-Backup ist an, aber auf „${name}“ wurde noch nie eines fertig.`,
    unknown: (name) => `Sieh zu, was das iCloud-Backup von „${name}“ macht.`,
  },
  about:
    'Thaw macht dieses Backup nicht selbst; es sieht, was das iPhone dabei sagt und was ihm im Weg steht.',
  watch: 'Live zusehen',
  watchAbout:
    'Thaw liest im Protokoll des iPhones mit, sagt, was es gerade tut, und bittet dich um das, was helfen kann. Am iPhone wird nichts geändert.',
  seeRun: 'Ansehen, was gerade läuft',
  advice: 'Was hilft',
  look: {
    title: 'Zwei Dinge, die nur das iPhone zeigt',
    about: 'Wer nachsieht, bekommt besseren Rat. Es bleibt auf diesem Computer; lass weg, was du magst.',
    used: 'In iCloud belegt, in GB',
    usedHint: 'Einstellungen › dein Name › iCloud: der Balken oben.',
    of: 'von',
    unknown: 'nicht nachgesehen',
    odd: 'Mehr belegt, als da ist? Sieh bitte noch einmal nach.',
    lowPower: 'Stromsparmodus',
    lowPowerHint: 'Solange er an ist, ist die Batterie in der Ecke des Bildschirms gelb.',
    on: 'an',
    off: 'aus',
    ask: 'Einrechnen',
    counted: 'Das ist unten eingerechnet.',
  },
  facts: 'Was das letzte Backup hier davon erzählt',
  factsFrom: (moment) => `Aus dem Backup vom ${moment}.`,
  never: 'Thaw fragt nie nach dem Passwort deines Apple Accounts.',
  apple: {
    title: 'Was Apple sagt',
    notAsked:
      'Apple wurde nicht gefragt. Nur diese Frage verlässt hier diesen Computer, und sie verrät Apple nichts über dich.',
    ask: 'Apples Systemstatus abfragen',
    asking: 'Wird gefragt …',
    asOf: (ago) => `gefragt ${ago}`,
    states: {
      fine: 'geht',
      maintenance: 'Wartung',
      slow: 'langsam',
      issue: 'gestört',
      outage: 'ausgefallen',
      unlisted: 'nichts bekannt',
    },
  },
};
