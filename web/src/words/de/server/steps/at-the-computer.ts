import type { StepsInGerman } from './step-in-german.ts';

const ANOTHER_TRY = 'Zieh das iPhone ab und stecke es wieder an.';
const WINDOW = 'Ein Fenster dieses Computers';
const FULL_DISK_ACCESS = 'Öffne Systemeinstellungen › Datenschutz & Sicherheit › Festplattenvollzugriff.';

const WHERE: ReadonlyMap<string | number | undefined, string> = new Map([
  ['full-disk-access', FULL_DISK_ACCESS],
  ['files-and-folders', 'Öffne Systemeinstellungen › Datenschutz & Sicherheit › Dateien & Ordner.'],
  [
    'removable-volumes',
    'Öffne Systemeinstellungen › Datenschutz & Sicherheit › Dateien & Ordner, dort „Wechselmedien“.',
  ],
  [
    'controlled-folder-access',
    'Öffne Windows-Sicherheit › Viren- & Bedrohungsschutz › Ransomware-Schutz › App durch überwachten Ordnerzugriff zulassen.',
  ],
]);

/** What is done at the computer: cable, port, disk, programs. */
export const computerSteps: StepsInGerman = {
  'allow-folder': {
    sentence: ({ folder }) =>
      `Das System bewacht den Ordner für das Backup${folder === undefined ? '' : ` (${folder})`}: Bitte erlaube Thaw, ihn zu verwenden.`,
    actions: (_model, { by, program }) => [
      WHERE.get(by) ?? FULL_DISK_ACCESS,
      `Schalte dort ${program ?? 'die App ein, aus der Thaw gestartet wurde, etwa „Terminal“'}${program === undefined ? '' : ' ein'}.`,
      'Will das System diese App beenden und neu öffnen, lass es zu und starte Thaw wieder: nichts geht verloren.',
    ],
    caption: 'Ein Schalter in den Einstellungen dieses Computers',
  },
  charge: {
    sentence: ({ percent }) =>
      `Der Akku des iPhone ist schwach${percent === undefined ? '' : ` (${percent} %)`}, und es lädt nicht: Bitte gib ihm Strom.`,
    actions: () => [
      'Stecke das Kabel direkt in den Computer, nicht in einen Hub oder eine Tastatur.',
      'Lädt das iPhone immer noch nicht, lege es auf ein kabelloses Ladegerät und lass das Kabel stecken.',
    ],
    caption: 'Ein Telefon, dessen Akku lädt',
  },
  'charge-computer': {
    sentence: ({ percent }) =>
      `Der Akku dieses Computers ist fast leer${percent === undefined ? '' : ` (${percent} %)`}: Bitte schließe den Computer an den Strom an.`,
    actions: () => ['Schließe das Netzteil dieses Computers an, und lass seinen Deckel offen.'],
    caption: 'Dieser Computer mit seinem Netzteil',
  },
  'end-rival-service': {
    sentence: ({ rival, service }) =>
      `${rival ?? 'Ein anderes Programm'} bedient iPhones neben ${service ?? 'usbmuxd'}: Bitte beende es.`,
    actions: (_model, { rival }) => [
      `Beende ${rival ?? 'das andere Programm'}, und lass es nicht von selbst wieder starten.`,
      ANOTHER_TRY,
    ],
    caption: WINDOW,
  },
  'fewer-files': {
    sentence: () =>
      'Die Festplatte für das Backup kann keine weiteren Dateien aufnehmen, auch wenn sie Platz hat: Bitte lösche welche.',
    actions: () => [
      'Lösche, was aus vielen kleinen Dateien besteht: alte Kopien von Projekten, Zwischenspeicher, Vorschaubilder.',
      'Oder höre hier auf und wähle eine andere Festplatte: eine frisch mit APFS, exFAT, NTFS oder ext4 formatierte kennt das nicht.',
    ],
    caption: 'Die Festplatte des Backups',
  },
  'free-space': {
    sentence: ({ needed, free }) =>
      `Die Festplatte für das Backup ist zu voll${needed === undefined ? '' : ` (gebraucht: ${needed}${free === undefined ? '' : `, frei: ${free}`})`}. Bitte mach darauf Platz.`,
    actions: () => [
      'Verschiebe oder lösche, was du auf dieser Festplatte nicht brauchst, und leere ihren Papierkorb.',
      'Oder wähle eine andere Festplatte und fang noch einmal an.',
    ],
    caption: 'Eine fast volle Festplatte',
  },
  'give-phone-back': {
    sentence: ({ program }) =>
      `${program ?? 'Eine virtuelle Maschine'} hält das iPhone fest: Bitte überlass es diesem Computer.`,
    actions: (_model, { program }) => [
      `Trenne in ${program ?? 'der virtuellen Maschine'} das USB-Gerät „Apple iPhone“, oder beende das Programm.`,
      ANOTHER_TRY,
    ],
    caption: 'Das iPhone am Kabel dieses Computers',
  },
  'install-update': {
    sentence: () =>
      'Dieser Mac braucht neue Software, bevor er mit diesem iPhone sprechen kann: Bitte installiere sie.',
    actions: () => [
      'Zieh das iPhone ab und stecke es entsperrt wieder an.',
      'Wähle im Fenster „Ein Softwareupdate ist erforderlich“ „Installieren“.',
      'Kommt kein Fenster: Systemeinstellungen › Allgemein › Softwareupdate.',
    ],
    caption: WINDOW,
  },
  'keep-port-awake': {
    sentence: () =>
      'Dieser Computer legt den Anschluss des iPhone schlafen: Bitte schalte das USB-Stromsparen dafür aus.',
    actions: (_model, { port }) => [
      `Gib in einem Terminal ein: echo on | sudo tee /sys/bus/usb/devices/${port ?? '…'}/power/control`,
      'Damit es so bleibt: mit TLP USB_EXCLUDE_PHONE=1 in /etc/tlp.conf.',
    ],
    caption: 'Das iPhone am Kabel dieses Computers',
  },
  'mend-driver': {
    sentence: ({ problem }) =>
      problem === undefined || problem === 0
        ? 'Windows hat keinen Treiber von Apple für das iPhone: Bitte installiere die App „Apple-Geräte“.'
        : `Apples Treiber für das iPhone arbeitet nicht (Code ${problem}): Bitte installiere ihn neu.`,
    actions: () => [
      'Installiere „Apple-Geräte“ aus dem Microsoft Store, oder repariere es: Einstellungen › Apps › Apple-Geräte › Erweiterte Optionen › Reparieren.',
      'Öffne die App einmal.',
      ANOTHER_TRY,
    ],
    caption: WINDOW,
  },
  'other-cable': {
    sentence: () => 'Die Verbindung bricht immer wieder ab: Bitte versuche ein anderes Kabel.',
    actions: ({ connector }) => [
      connector === 'usb-c'
        ? 'Nimm ein anderes USB-C-Kabel, das Daten überträgt; manche laden nur.'
        : 'Nimm ein anderes Lightning-Kabel, am besten eines, das einem iPhone beilag.',
      'Stecke es direkt in den Computer, nicht in einen Hub.',
      'Lass das iPhone ruhig liegen.',
    ],
    caption: 'Der Anschluss unten am Telefon',
  },
  'other-port': {
    sentence: ({ megabitsPerSecond }) =>
      megabitsPerSecond === undefined
        ? 'Die Verbindung zum iPhone ist schlecht: Bitte nimm einen anderen Anschluss des Computers.'
        : `Die Verbindung zum iPhone schafft nur ${megabitsPerSecond} Mbit/s: Bitte nimm einen anderen Anschluss des Computers.`,
    actions: () => [
      'Zieh das Kabel aus dem Computer.',
      'Stecke es in einen anderen Anschluss des Computers selbst, nicht eines Hubs, eines Bildschirms oder einer Tastatur.',
    ],
    caption: 'Das Kabel auf dem Weg in einen anderen Anschluss',
  },
  'reconnect-disk': {
    sentence: ({ folder }) =>
      `Die Festplatte für das Backup${folder === undefined ? '' : ` (${folder})`} ist weg oder nimmt nichts an: Bitte verbinde sie wieder.`,
    actions: () => [
      'Stecke die Festplatte wieder an, oder verbinde die Freigabe, und warte, bis sie erscheint.',
      'Lässt sie sich nur lesen, mach sie für dich beschreibbar.',
    ],
    caption: 'Die Festplatte des Backups',
  },
  replug: {
    sentence: () =>
      'Die Verbindung zum iPhone ist weg oder bricht immer wieder ab: Bitte stecke sein Kabel neu an.',
    actions: () => [
      'Zieh das Kabel aus dem iPhone und aus dem Computer.',
      'Warte fünf Sekunden.',
      'Stecke es an beiden Enden wieder an, bis es einrastet, und entsperre das iPhone.',
    ],
    caption: 'Der Anschluss unten am Telefon',
  },
  'security-software': {
    sentence: ({ program }) =>
      `${program ?? 'Ein Sicherheitsprogramm auf diesem Computer'} steht zwischen diesem Computer und dem iPhone: Bitte halte es an.`,
    actions: () => [
      'Halte Virenscanner, VPN oder Firewall, die in Verbindungen hineinsehen, für die Zeit des Backups an.',
      'Schalte sie danach wieder ein.',
    ],
    caption: 'Eine Verbindung, in die etwas hineinsieht',
  },
  'start-phone-service': {
    sentence: ({ service, state }) =>
      `${service ?? 'Der Dienst dieses Computers, der mit iPhones spricht,'} ${
        state === 'missing' ? 'ist nicht installiert: Bitte installiere' : 'läuft nicht: Bitte starte'
      } ihn.`,
    actions: ({ connector }, { mend, service }) => [
      mend === undefined ? `Öffne ${service ?? 'ihn'} einmal.` : `Gib in einem Terminal ein: ${mend}`,
      `Zieh das ${connector === 'usb-c' ? 'USB-C' : 'Lightning'}-Kabel ab und stecke es wieder an.`,
    ],
    caption: WINDOW,
  },
  'stop-other-program': {
    sentence: ({ program }) =>
      `${program ?? 'Ein anderes Programm'} gleicht mit dem iPhone ab und lässt es nicht los: Bitte beende es.`,
    actions: () => [
      'Schließe die Seite des iPhone im Finder, iTunes oder ein anderes Programm, das es sichert oder mit ihm abgleicht.',
    ],
    caption: 'Ein Telefon, das zwei Programme wollen',
  },
  'without-hub': {
    sentence: () =>
      'Der Hub zwischen iPhone und Computer ist unzuverlässig: Bitte stecke das iPhone direkt in den Computer.',
    actions: () => [
      'Zieh das Kabel aus dem Hub, dem Bildschirm oder der Tastatur.',
      'Stecke es in einen Anschluss des Computers selbst.',
    ],
    caption: 'Das Kabel, am Hub vorbei direkt in den Computer',
  },
};
