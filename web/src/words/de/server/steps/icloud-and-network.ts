import type { StepsInGerman } from './step-in-german.ts';

const BACK_UP_NOW =
  'Öffne Einstellungen › dein Name › iCloud › iCloud-Backup und tippe auf „Backup jetzt erstellen“.';
const BACKUP_PAGE = 'Die Seite „iCloud-Backup“ der Einstellungen';
const WIFI_PAGE = 'Die WLAN-Seite der Einstellungen';

/** What is done about iCloud, and about the network on the way there. */
export const networkSteps: StepsInGerman = {
  'allow-icloud': {
    sentence: ({ host }) =>
      `Etwas hält ${host ?? 'Server von iCloud'} aus diesem Netz fern: Bitte lass sie durch.`,
    actions: (_model, { host }) => [
      'In einem Werbe- oder Kinderfilter (Pi-hole, AdGuard, Router): erlaube icloud.com, icloud-content.com, apple-cloudkit.com und apple-dns.net.',
      `In einer Firewall oder Sicherheitssoftware: erlaube Verbindungen zu ${host ?? 'Apple'} auf Port 443, und schalte die HTTPS-Prüfung dafür aus.`,
      'Hat das jemand anders zu entscheiden, nimm für das iPhone ein anderes WLAN.',
    ],
    caption: 'Eine Verbindung, die etwas geschlossen hält',
  },
  'back-up-to-icloud': {
    sentence: () => 'Bitte entsperre das iPhone einmal und starte das iCloud-Backup von Hand.',
    actions: () => ['Entsperre das iPhone, und lass es am Ladegerät und im WLAN.', BACK_UP_NOW],
    caption: BACKUP_PAGE,
  },
  'delete-icloud-backups': {
    sentence: () =>
      'In iCloud ist kein Platz mehr: Bitte schaffe welchen, am schnellsten, indem du Backups von Telefonen löschst, die du nicht mehr hast.',
    actions: () => [
      'Öffne auf dem iPhone Einstellungen › dein Name › iCloud › Speicher, und sieh, was den Platz belegt.',
      'Öffne dort „Backups“: lösche die alter Telefone. Das von diesem bleibt.',
      'Öffne dann „iCloud-Backup“ und tippe auf „Backup jetzt erstellen“: von selbst würde das iPhone nach so vielen Fehlschlägen lange warten.',
    ],
    caption: 'Die Speicherseite der iCloud-Einstellungen',
  },
  'fresh-icloud-chain': {
    sentence: () =>
      'Die Kette der iCloud-Backups dieses iPhone muss neu beginnen. Die alte wird dabei gelöscht; mach darum zuerst ein Backup auf diesen Computer.',
    actions: () => [
      'Mach zuerst ein verschlüsseltes Backup auf diesen Computer. Geh erst weiter, wenn hier steht, dass es geprüft ist.',
      'Öffne Einstellungen › dein Name › iCloud › iCloud-Backup und schalte es aus; wähle, das alte Backup zu löschen.',
      'Starte das iPhone neu, schalte das iCloud-Backup wieder ein und tippe auf „Backup jetzt erstellen“.',
    ],
    caption: BACKUP_PAGE,
  },
  'icloud-backup': {
    sentence: () => 'Auf dem iPhone läuft ein iCloud-Backup und steht im Weg: Bitte halte es vorerst an.',
    actions: () => [
      'Öffne auf dem iPhone Einstellungen › dein Name › iCloud › iCloud-Backup.',
      'Tippe auf „Backup abbrechen“, oder schalte das iCloud-Backup aus; schalte es wieder ein, wenn Thaw fertig ist.',
    ],
    caption: BACKUP_PAGE,
  },
  'join-wifi': {
    sentence: () => 'Dieses WLAN bringt das Backup des iPhone nicht zu iCloud: Bitte versuche ein anderes.',
    actions: () => [
      'Öffne auf dem iPhone Einstellungen › WLAN und wähle ein anderes Netz, nahe an seinem Router.',
      'Schalte VPN, Privat-Relay und Werbefilter aus: Einstellungen › Allgemein › VPN & Geräteverwaltung.',
      BACK_UP_NOW,
    ],
    caption: WIFI_PAGE,
  },
  'leave-locked-charging': {
    sentence: ({ missing }) =>
      `Das iCloud-Backup wartet${missing === undefined ? ' auf Ladegerät, WLAN und einen gesperrten Bildschirm' : ''}: Bitte lass das iPhone gesperrt und am Ladegerät im WLAN liegen.`,
    actions: () => [
      'Stecke das Ladegerät an; am Computer lädt es auch, aber langsam.',
      'Sieh nach, ob WLAN an und verbunden ist.',
      'Drücke einmal die Seitentaste, damit der Bildschirm dunkel wird, und lass es in Ruhe, am besten über Nacht.',
    ],
    caption: 'Das angesteckte Ladegerät, und die Taste, die den Bildschirm sperrt',
  },
  'look-at-icloud-space': {
    sentence: () =>
      'Wie voll ist iCloud? Das zeigt kein Kabel: Bitte sieh auf dem iPhone nach und nenne die beiden Zahlen.',
    actions: () => [
      'Öffne auf dem iPhone die Einstellungen, tippe auf deinen Namen, dann auf iCloud.',
      'Oben zeigt ein Balken zum Beispiel „48,2 GB von 50 GB belegt“. Nach diesen beiden Zahlen wird gefragt.',
    ],
    caption: 'Die iCloud-Seite der Einstellungen, oben der Balken des Speichers',
  },
  'mend-app-file': {
    sentence: ({ app }) =>
      `${app === undefined ? 'Die App, die das Protokoll nennt,' : `Die App ${app}`} führt eine Datei auf, die es nicht gibt: Bitte sieh nach dieser App.`,
    actions: (_model, { app }) => [
      `Öffne ${app ?? 'die App'} auf dem iPhone, lass sie fertig machen, was sie tut, und schließe sie.`,
      'Misslingt es wieder: sichere deine Sachen daraus, lösche die App und installiere sie neu.',
      'Oder lass sie aus: Einstellungen › dein Name › iCloud › iCloud-Backup, schalte die App in der Liste aus und tippe auf „Backup jetzt erstellen“.',
    ],
    caption: 'Die Liste der Apps auf der Seite „iCloud-Backup“',
  },
  'nearer-to-router': {
    sentence: () => 'Das iPhone fällt immer wieder aus dem WLAN: Bitte bring es näher an den WLAN-Router.',
    actions: () => [
      'Lege das iPhone ein paar Schritte neben den WLAN-Router, weg von Mikrowellen, und lass es dort.',
      'Oder stecke es hier mit dem Kabel an: Thaw macht so oder so weiter.',
    ],
    caption: 'Ein iPhone mit vollem WLAN-Zeichen',
  },
  'other-network': {
    sentence: () => 'Dieses Netz steht iCloud im Weg: Bitte versuche ein anderes.',
    actions: () => [
      'Starte den WLAN-Router neu: zieh den Stecker, zähle bis zehn, stecke ihn wieder ein, warte drei Minuten.',
      'Bring iPhone und Computer näher an ihn heran.',
      'Hilft das nicht, bring iPhone und Computer in ein anderes WLAN: bei Nachbarn, bei der Arbeit, oder den Hotspot eines anderen Telefons.',
    ],
    caption: 'Die WLAN-Seite der Einstellungen, wo man ein anderes Netz wählt',
  },
  'private-address-off': {
    sentence: () =>
      'In diesem Netz geht das iPhone unter einer privaten WLAN-Adresse: Bitte schalte das für dieses Netz aus, oder nimm das Kabel.',
    actions: () => [
      'Öffne auf dem iPhone Einstellungen › WLAN und tippe auf das ⓘ neben diesem Netz.',
      'Tippe auf „Private WLAN-Adresse“ und wähle „Aus“. Das Netz sieht dann die eigene Adresse des iPhone; tu das nur zu Hause.',
    ],
    caption: WIFI_PAGE,
  },
  'reset-network-settings': {
    sentence: () =>
      'Geht iCloud in diesem Netz mit anderen Geräten und mit diesem iPhone nicht, hilft es vielleicht, seine Netzwerkeinstellungen zurückzusetzen.',
    actions: () => [
      'Notiere die Passwörter deiner WLANs und wie dein VPN eingerichtet ist: beides wird vergessen, sonst nichts.',
      'Öffne Einstellungen › Allgemein › iPhone übertragen/zurücksetzen › Zurücksetzen › Netzwerkeinstellungen.',
      'Das iPhone startet neu. Wähle das WLAN wieder und gib sein Passwort ein.',
    ],
    caption: 'Die Seite „Zurücksetzen“ der Einstellungen',
  },
  'sign-in': {
    sentence: () =>
      'Das iPhone muss neu in iCloud eingelassen werden: Bitte sieh dort danach; Thaw hat damit nichts zu tun.',
    actions: () => [
      'Öffne auf dem iPhone die Einstellungen. Eine Zeile unter deinem Namen sagt, was iCloud will; tippe sie an und folge ihr dort.',
      'Öffne dann dein Name › iCloud › iCloud-Backup und tippe auf „Backup jetzt erstellen“.',
    ],
    caption: 'Die erste Seite der Einstellungen, oben der Name',
  },
  'sign-in-portal': {
    sentence: () => 'Dieses WLAN zeigt erst eine eigene Seite: Bitte öffne sie und stimme zu.',
    actions: () => [
      'Öffne Safari auf dem iPhone, geh zu captive.apple.com und tu, was die Seite will.',
      'Tu dasselbe im Browser dieses Computers; das kann Thaw sehen.',
    ],
    caption: 'Die Seite eines Gäste-WLANs auf dem iPhone',
  },
  'switch-method': {
    sentence: ({ size }) =>
      `Ein verschlüsseltes Backup auf diesem Computer sichert dasselbe und mehr${size === undefined ? '' : ` (etwa ${size})`}, und braucht weder iCloud noch Internet.`,
    actions: () => [
      'Wähle einen Ordner mit genug Platz, am besten auf einer eigenen Festplatte.',
      'Schalte beim Sichern die Verschlüsselung ein. Dafür wird ein neues Passwort verlangt; schreibe es auf.',
      'Lass das iPhone am Kabel, bis hier steht, dass das Backup geprüft ist. Um das iCloud-Backup kannst du dich danach in Ruhe kümmern.',
    ],
    caption: 'Das Kabel zu diesem Computer',
  },
  'vpn-off': {
    sentence: ({ name }) =>
      `Über das VPN oder den Proxy${name === undefined ? '' : ` (${name})`} ist Apple nicht zu erreichen: Bitte schalte ihn einen Moment aus.`,
    actions: () => [
      'Schalte VPN oder Proxy auf diesem Computer aus. Gehört er zu deiner Arbeit, frage erst.',
      'Sieh auch auf dem iPhone nach: Einstellungen › VPN. Das iPhone geht seinen eigenen Weg, den Thaw von hier nicht sieht.',
      'Schalte ihn wieder ein, wenn das Backup fertig ist.',
    ],
    caption: 'Die VPN-Seite der Einstellungen',
  },
  'wake-phone': {
    sentence: () =>
      'Das iPhone ist im WLAN nicht mehr zu sehen: Bitte wecke es und lege es an sein Ladegerät.',
    actions: () => [
      'Lege das iPhone an sein Ladegerät; dort bleibt es erreichbar.',
      'Wecke seinen Bildschirm, und sieh nach, ob WLAN an ist und es im selben WLAN ist wie dieser Computer.',
      'Oder stecke es hier mit dem Kabel an: Thaw macht so oder so weiter.',
    ],
    caption: 'Die Seitentaste, die das iPhone weckt, und das WLAN-Zeichen',
  },
};
