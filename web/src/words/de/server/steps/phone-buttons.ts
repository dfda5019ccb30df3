import type { ModelKind } from '../../../../../../src/guide/model-kind.ts';
import type { StepsInGerman } from './step-in-german.ts';

const COME_BACK = 'Lass das Kabel stecken, und entsperre das iPhone, sobald es wieder da ist.';
const LOGO = 'das Apple-Logo erscheint, zehn Sekunden oder länger';

/** The buttons that restart this model, held until something shows. */
function restartActions({ buttons }: ModelKind, until: string): readonly string[] {
  switch (buttons) {
    case 'side':
      return [
        'Drücke kurz die Taste „Lauter“.',
        'Drücke kurz die Taste „Leiser“.',
        `Halte die Seitentaste, bis ${until}; dann lass los.`,
      ];
    case 'volume-down':
      return [`Halte „Leiser“ und die Seitentaste zusammen, bis ${until}; dann lass los.`];
    case 'home':
      return [
        `Halte die Home-Taste und die obere oder seitliche Taste zusammen, bis ${until}; dann lass los.`,
      ];
  }
}

const TO_DFU: Readonly<Record<ModelKind['buttons'], readonly string[]>> = {
  side: [
    'Drücke kurz die Taste „Lauter“.',
    'Drücke kurz die Taste „Leiser“.',
    'Halte die Seitentaste zehn Sekunden, bis der Bildschirm schwarz ist.',
    'Halte die Seitentaste weiter und dazu fünf Sekunden „Leiser“.',
    'Lass die Seitentaste los und halte „Leiser“ noch zehn Sekunden.',
  ],
  'volume-down': [
    'Halte „Leiser“ und die Seitentaste acht Sekunden zusammen.',
    'Lass die Seitentaste los und halte „Leiser“ noch zehn Sekunden.',
  ],
  home: [
    'Halte die Home-Taste und die obere oder seitliche Taste acht Sekunden zusammen.',
    'Lass die obere oder seitliche Taste los und halte die Home-Taste noch zehn Sekunden.',
  ],
};

/** What is done with the buttons of the phone. */
export const buttonSteps: StepsInGerman = {
  'enter-dfu': {
    sentence: () =>
      'Bitte bring das iPhone bei eingestecktem Kabel in den DFU-Modus. Sein Bildschirm bleibt dann schwarz; das allein löscht nichts.',
    actions: ({ buttons }) => [
      ...TO_DFU[buttons],
      'Der Bildschirm muss schwarz bleiben. Erscheint das Apple-Logo, war es zu lang: fang von vorn an.',
    ],
    caption: 'Die Tasten, die in den DFU-Modus führen',
  },
  'enter-recovery': {
    sentence: () =>
      'Bitte bring das iPhone bei eingestecktem Kabel in den Wiederherstellungsmodus. Das allein löscht nichts.',
    actions: (model) =>
      restartActions(
        model,
        'der Bildschirm ein Kabel und einen Computer zeigt (halte weiter, wenn das Apple-Logo kommt)',
      ),
    caption: 'Die Tasten, die in den Wiederherstellungsmodus führen',
  },
  'force-restart': {
    sentence: () =>
      'Das iPhone hängt und nimmt keinen Befehl an: Bitte erzwinge einen Neustart. Nichts darauf geht verloren.',
    actions: (model) => [...restartActions(model, LOGO), COME_BACK],
    caption: 'Die Tasten, die einen Neustart erzwingen',
  },
  'restart-for-icloud': {
    sentence: () =>
      'Ein Teil von iOS, den das iCloud-Backup braucht, arbeitet nicht mehr: Bitte starte das iPhone neu.',
    actions: () => [
      'Öffne Einstellungen › Allgemein, geh ans Ende und tippe auf „Ausschalten“. Schalte das iPhone nach einer Minute wieder ein.',
      'Entsperre es einmal, öffne dann Einstellungen › dein Name › iCloud › iCloud-Backup und tippe auf „Backup jetzt erstellen“.',
    ],
    caption: 'Das iPhone beim Starten, und seine Seitentaste',
  },
  'restart-from-boot': {
    sentence: ({ mode }) =>
      `Das iPhone ist im ${mode === 'dfu' ? 'DFU-Modus' : 'Wiederherstellungsmodus'}: Bitte starte es mit seinen Tasten neu. Nichts darauf geht verloren.`,
    actions: (model) => [...restartActions(model, LOGO), COME_BACK],
    caption: 'Die Tasten, die Wiederherstellungs- und DFU-Modus beenden',
  },
};
