import type { StepsInGerman } from './step-in-german.ts';

/** What is done on the phone's screen. */
export const phoneSteps: StepsInGerman = {
  'airplane-mode': {
    sentence: () =>
      'Etwas hält das iPhone beschäftigt: Bitte schalte den Flugmodus ein, und nach dem Backup wieder aus.',
    actions: ({ face }) => [
      face === 'home-button'
        ? 'Wische vom unteren Rand des Bildschirms nach oben.'
        : 'Wische von der rechten oberen Ecke des Bildschirms nach unten.',
      'Tippe auf das Flugzeug. Das Backup läuft über das Kabel und braucht kein Netz.',
    ],
    caption: 'Das Flugzeug im Kontrollzentrum',
  },
  'cool-down': {
    sentence: ({ celsius }) =>
      `Das iPhone ist heiß${celsius === undefined ? '' : ` (${celsius} °C)`} und bremst sich selbst: Bitte lass es abkühlen.`,
    actions: () => [
      'Nimm es aus der Hülle und aus der Sonne, und lege es auf etwas Hartes.',
      'Lass das Kabel stecken: Thaw macht von selbst weiter, wenn es abgekühlt ist.',
    ],
    caption: 'Ein Telefon, das abkühlt',
  },
  'delete-file': {
    sentence: ({ path, app }) =>
      `Das iPhone bleibt an einer Datei hängen, die es nicht lesen kann${path === undefined ? '' : `: ${path}`}${
        app === undefined ? '' : ` (${app})`
      }. Bitte entferne oder richte sie in ihrer App.`,
    actions: (_model, { app }) => [
      `Öffne auf dem iPhone ${app === undefined ? 'die App, zu der sie gehört' : `die App ${app}`}.`,
      'Lösche dieses eine Objekt, oder exportiere es und lösche es dort. Kennt die App „Reparieren“ oder „Neu laden“, nimm das.',
    ],
    caption: 'Eine App auf dem Telefon',
  },
  'finish-setup': {
    sentence: () =>
      'Die Einrichtung des iPhone ist nicht fertig, und vorher macht es kein Backup: Bitte bring sie zu Ende.',
    actions: () => ['Folge der Einrichtung auf dem iPhone bis zum Ende, bis der Home-Bildschirm erscheint.'],
    caption: 'Der Einrichtungsassistent des Telefons',
  },
  'free-phone-space': {
    sentence: ({ free }) =>
      `Das iPhone selbst ist zu voll, um ein Backup vorzubereiten${free === undefined ? '' : ` (frei: ${free})`}. Bitte mach darauf Platz.`,
    actions: () => [
      'Öffne Einstellungen › Allgemein › iPhone-Speicher.',
      'Lagere eine App aus, die du selten brauchst: ihre Dokumente bleiben. Etwa 1 GB genügt.',
    ],
    caption: 'Die Speicherseite der Einstellungen',
  },
  'low-power-mode': {
    sentence: () => 'Der Stromsparmodus bremst das iPhone: Bitte schalte ihn aus.',
    actions: () => ['Öffne auf dem iPhone Einstellungen › Batterie.', 'Schalte den Stromsparmodus aus.'],
    caption: 'Die Batterieseite der Einstellungen',
  },
  'look-at-low-power': {
    sentence: () => 'Ist der Stromsparmodus an? Das sagt das iPhone keinem Computer: Bitte sieh nach.',
    actions: () => [
      'Sieh auf die Batterie in der Ecke des Bildschirms: gelb heißt, der Stromsparmodus ist an.',
      'Oder öffne Einstellungen › Batterie: der Schalter ist weit oben.',
    ],
    caption: 'Die Batterie in der Ecke des Bildschirms, und die Batterieseite der Einstellungen',
  },
  passcode: {
    sentence: () => 'Das iPhone wartet auf seinen Code, bevor es das Backup beginnt: Bitte gib ihn dort ein.',
    actions: () => [
      'Nimm das iPhone in die Hand und wecke es auf.',
      'Gib den Code ein, wo es danach fragt. Face ID oder Touch ID reicht hier nicht.',
    ],
    caption: 'Ein Telefon, das sein Zahlenfeld zeigt',
  },
  'set-date': {
    sentence: () =>
      'Die Uhren des iPhone und dieses Computers gehen auseinander, und daran scheitert die geschützte Verbindung: Bitte stelle sie.',
    actions: () => [
      'Auf dem iPhone: Einstellungen › Allgemein › Datum & Uhrzeit › Automatisch einstellen.',
      'Auf diesem Computer: lass das Datum ebenfalls vom Netz stellen.',
    ],
    caption: 'Die Datumsseite der Einstellungen',
  },
  trust: {
    sentence: () => 'Das iPhone kennt diesen Computer noch nicht: Bitte tippe dort auf „Vertrauen“.',
    actions: () => [
      'Entsperre das iPhone.',
      'Fragt es „Diesem Computer vertrauen?“, tippe auf „Vertrauen“. Bis es fragt, kann eine halbe Minute vergehen.',
      'Gib auf dem iPhone den Code ein.',
    ],
    caption: 'Ein Telefon, das fragt, ob es diesem Computer vertrauen soll',
  },
  unlock: {
    sentence: () => 'Das iPhone ist gesperrt: Bitte entsperre es und lass es einen Moment entsperrt.',
    actions: ({ face }) => [
      face === 'home-button' ? 'Drücke die Home-Taste.' : 'Nimm das Telefon hoch und wische nach oben.',
      'Gib seinen Code ein.',
    ],
    caption: 'Ein Telefon, das sein Zahlenfeld zeigt',
  },
  update: {
    sentence: ({ version }) =>
      `Von dieser Version${version === undefined ? '' : ` (${version})`} ist bekannt, dass es mit ihr nicht geht: Bitte aktualisiere das iPhone und diesen Computer.`,
    actions: () => [
      'Auf dem iPhone: Einstellungen › Allgemein › Softwareupdate.',
      'Auf diesem Computer: aktualisiere Thaw, und iTunes oder die App „Apple-Geräte“, wo es sie gibt.',
    ],
    caption: 'Die Updateseite der Einstellungen',
  },
};
