import type { shell as english } from '../en/shell.ts';

export const shell: typeof english = {
  skip: 'Zum Inhalt',
  tabs: {
    label: 'Hauptansichten',
    home: 'Telefone',
    backups: 'Backups',
    icloud: 'iCloud',
    settings: 'Einstellungen',
  },
  notFound: {
    lead: 'Unter dieser Adresse ist nichts.',
    home: 'Zu deinen Telefonen',
  },
  gone: {
    lead: 'Thaw selbst antwortet nicht.',
    about:
      'Ein laufendes Backup bleibt so weit erhalten, wie es gekommen war. Starte Thaw neu; diese Seite meldet sich von selbst zurück, wenn sie kann.',
    again: 'Neuer Versuch …',
  },
  noEntry: {
    lead: 'Diese Seite hat keinen Zutritt mehr.',
    about:
      'Thaw wurde seit dem Öffnen neu gestartet. Öffne die Seite noch einmal vom Terminal aus oder über die Adresse, die dort steht.',
  },
  loading: 'Einen Moment …',
  back: 'Zurück',
  cancel: 'Abbrechen',
  close: 'Schließen',
  again: 'Noch einmal versuchen',
  virtual: 'virtuell',
  trouble: 'Etwas ist schiefgegangen',
  code: (code) => `Code: ${code}`,
  showPassword: 'Passwort anzeigen',
};
