import type { settings as english } from '../en/settings.ts';

export const settings: typeof english = {
  lead: 'Wohin deine Backups kommen und was aus den alten wird.',
  about: 'Jede Änderung gilt sofort. Nichts davon verlässt diesen Computer.',
  saved: 'Gesichert.',
  destination: {
    title: 'Wohin Backups kommen',
    none: 'Noch ist kein Ordner gewählt. Thaw fragt vor dem ersten Backup.',
    change: 'Ordner wählen',
    pickTitle: 'Wohin sollen Backups kommen?',
    pick: 'Backups hier aufheben',
    free: (size) => `${size} frei`,
    moved: 'Backups, die es schon gibt, bleiben, wo sie sind.',
  },
  folders: {
    title: 'Wo Thaw noch nach Backups sucht',
    none: 'Nur an den üblichen Orten.',
    add: 'Ordner hinzufügen',
    addTitle: 'Wo könnten noch Backups sein?',
    addThis: 'Hier suchen',
    remove: (path) => `Nicht mehr in ${path} suchen`,
    removeShort: 'Entfernen',
    start: 'Deine Ordner und Festplatten',
    up: 'Eins nach oben',
    empty: 'Hier sind keine Ordner.',
  },
  encryption: {
    title: 'Verschlüsselung',
    on: 'Neue Backups verschlüsseln',
    about:
      'Verschlüsselte Backups enthalten auch Passwörter, Gesundheitsdaten und Anruflisten. Thaw fragt einmal nach einem Passwort; ohne es kann sie niemand öffnen, auch du nicht.',
  },
  history: {
    title: 'Frühere Stände',
    kept: 'Wie viele bleiben',
    all: 'Alle',
    none: 'Keiner',
    some: (count, shown) => (count === 1 ? 'Der letzte' : `Die letzten ${shown}`),
    about:
      'Was ein Backup ersetzt, wird aufgehoben, damit du zurück kannst. Das kostet nur den Platz dessen, was sich geändert hat.',
  },
  due: {
    title: 'Wann das nächste Backup fällig ist',
    after: 'Nach',
    days: (count, shown) => (count === 1 ? 'einem Tag' : `${shown} Tagen`),
    about: 'Thaw sagt es dann auf der ersten Seite. Von selbst beginnt es keines.',
  },
  look: {
    title: 'Sprache und Aussehen',
    language: 'Sprache',
    browser: 'Wie der Browser es sagt',
    theme: 'Hell oder dunkel',
    themes: { light: 'Hell', dark: 'Dunkel' },
  },
  home: 'Zurück zu deinen Telefonen',
};
