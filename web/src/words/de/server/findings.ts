import type { CheckFinding } from '../../../../../src/server/contract/events.ts';
import type { FindingTold } from '../../server-words.ts';

type ByStanding = Partial<Record<CheckFinding['standing'], FindingTold>>;

/** `what`: the thing that could not be looked at. */
function unknown(what: string): FindingTold {
  return { sentence: `${what} ließ sich jetzt nicht ansehen.`, next: null };
}

function told(sentence: string, next: string | null = null): FindingTold {
  return { sentence, next };
}

const POWER = 'Schließe es an ein Ladegerät an; ist es heiß, lass es ohne Hülle abkühlen.';

/** By the id of the check, then by what came of it: true of every case of that standing. The English ones are in src/rescue/checks/. */
export const findings: Readonly<Record<string, ByStanding | undefined>> = {
  battery: {
    fine: told('Akku und Wärme des iPhone sind in Ordnung.'),
    note: told('Akku, Wärme oder Strom des iPhone könnten das Backup etwas bremsen. Lass es am Strom.'),
    person: told('Der Akku des iPhone ist fast leer und lädt nicht, oder es ist heiß.', POWER),
    unknown: unknown('Der Akku des iPhone'),
  },
  clock: {
    fine: told('Telefon und Computer sind sich über die Zeit einig.'),
    note: told('Die Uhr des iPhone und die dieses Computers gehen auseinander.'),
    person: told(
      'Die Uhr des iPhone und die dieses Computers gehen weit auseinander.',
      'Lass beide ihre Zeit von selbst einstellen.',
    ),
    unknown: unknown('Die Uhr des iPhone'),
  },
  'computer-power': {
    fine: told('Dieser Computer ist am Strom; während eines Backups bleibt er wach.'),
    note: told(
      'Dieser Computer läuft mit seinem Akku.',
      'Schließe ihn für ein langes Backup an den Strom an.',
    ),
    person: told(
      'Der Akku dieses Computers ist schwach: er könnte mitten im Backup einschlafen.',
      'Schließe diesen Computer an den Strom an.',
    ),
    unknown: unknown('Der Strom dieses Computers'),
  },
  destination: {
    fine: told('Der Ordner für das Backup ist da und lässt sich beschreiben.'),
    person: told(
      'In den Ordner für das Backup lässt sich nicht schreiben, oder er ist nicht verbunden.',
      'Verbinde seine Festplatte, oder wähle einen anderen Ordner.',
    ),
    unknown: unknown('Der Ordner für das Backup'),
  },
  'earlier-backup': {
    fine: told('Mit dem, was von früher da ist, ist alles in Ordnung.'),
    note: told('Das frühere Backup enthält Reste eines abgerissenen Laufs. Thaw kommt damit zurecht.'),
    person: told(
      'Im Ordner für dieses iPhone liegt das Backup eines anderen.',
      'Wähle einen anderen Ordner.',
    ),
    broken: told(
      'Im früheren Backup liegt etwas, an dem das nächste scheitern würde.',
      'Sichere mit Thaw: es legt das frühere beiseite, bis ein neues geprüft ist.',
    ),
    unknown: unknown('Das frühere Backup'),
  },
  encryption: {
    fine: told('Backups werden verschlüsselt und enthalten darum auch Passwörter und Gesundheitsdaten.'),
    note: told(
      'Sieh auf die Verschlüsselung: ohne sie fehlen Passwörter, Gesundheitsdaten und Anrufe; wurde sie umgestellt, wird alles neu gesendet.',
    ),
    person: told(
      'Ein Profil auf diesem iPhone verlangt verschlüsselte Backups, und es ist kein Passwort festgelegt.',
      'Lege ein Backup-Passwort fest.',
    ),
    unknown: unknown('Die Verschlüsselung'),
  },
  'file-system': {
    fine: told('Das Format der Festplatte eignet sich.'),
    note: told('Das Format der Festplatte setzt Grenzen: Dateien über 4 GB passen nicht darauf.'),
    person: told(
      'Auf die Festplatte passen nur noch wenige Dateien, oder ihr Format eignet sich nicht.',
      'Wähle eine andere Festplatte.',
    ),
    unknown: unknown('Das Format der Festplatte'),
  },
  icloud: {
    fine: told('Das iCloud-Backup ist aus; nichts anderes sichert dieses iPhone.'),
    note: told(
      'Das iCloud-Backup ist an. Für die Zeit dieses Backups schaltet Thaw es aus und danach wieder ein.',
    ),
    unknown: unknown('Das iCloud-Backup'),
  },
  'live-run': {
    fine: told('In diesem Ordner arbeitet kein anderer Lauf.'),
    person: told(
      'In diesem Ordner arbeitet gerade ein anderer Lauf.',
      'Lass ihn fertig werden, oder beende ihn.',
    ),
    unknown: unknown('Ob ein anderer Lauf arbeitet,'),
  },
  lock: {
    fine: told('Das iPhone ist entsperrt.'),
    note: told('Das iPhone ist gesperrt.', 'Entsperre es, wenn das Backup beginnt.'),
    person: told('Das iPhone ist gesperrt.', 'Entsperre es mit seinem Code.'),
    unknown: unknown('Die Sperre des iPhone'),
  },
  manifest: {
    fine: told('Die Dateiliste des früheren Backups ist in Ordnung.'),
    note: told(
      'Die Dateiliste des früheren Backups ist sehr groß; Thaw reicht sie in kleinen Stücken hinüber.',
    ),
    broken: told(
      'Die Dateiliste des früheren Backups ist beschädigt.',
      'Sichere mit Thaw: es beginnt ein frisches und hebt das frühere auf.',
    ),
    unknown: unknown('Die Dateiliste des früheren Backups'),
  },
  network: {
    fine: told('In diesem Netz steht iCloud nichts im Weg.'),
    note: told(
      'In diesem Netz, oder bei Apple, steht iCloud etwas im Weg. Ein Backup auf diesen Computer geht trotzdem.',
    ),
    unknown: unknown('Das Netz'),
  },
  'pairing-age': {
    fine: told('Das iPhone vertraut diesem Computer.'),
    note: told('Das letzte Backup ist lange her; nach etwa 30 Tagen vergisst ein iPhone einen Computer.'),
    person: told(
      'Das iPhone vertraut diesem Computer nicht mehr.',
      'Entsperre es und tippe auf „Vertrauen“.',
    ),
    unknown: unknown('Das Vertrauen des iPhone'),
  },
  'phone-space': {
    fine: told('Auf dem iPhone ist genug frei.'),
    note: told('Auf dem iPhone ist wenig frei; während eines Backups braucht es etwas Platz.'),
    person: told(
      'Auf dem iPhone ist zu wenig frei; während eines Backups braucht es etwas Platz.',
      'Mach darauf etwa 1 GB frei: Einstellungen › Allgemein › iPhone-Speicher.',
    ),
    unknown: unknown('Der Speicher des iPhone'),
  },
  programs: {
    fine: told('Kein anderes Programm ist zu sehen, das iPhones bedient.'),
    note: told('Ein Programm läuft, das auch mit iPhones arbeitet. Nur eines zur Zeit kann dieses sichern.'),
    person: told('Zwei Programme bedienen iPhones und stören sich.', 'Beende eines davon.'),
    unknown: unknown('Was sonst auf diesem Computer läuft,'),
  },
  room: {
    fine: told('Für dieses Backup ist genug Platz.'),
    note: told('Der Platz für dieses Backup könnte knapp werden.'),
    person: told(
      'Für dieses Backup ist zu wenig Platz.',
      'Mach dort Platz, oder wähle eine andere Festplatte.',
    ),
    unknown: unknown('Der freie Platz'),
  },
  setup: {
    fine: told('Das iPhone ist eingerichtet.'),
    person: told(
      'Das iPhone ist nicht zu Ende eingerichtet und macht vorher kein Backup.',
      'Bring die Einrichtung auf dem Telefon zu Ende.',
    ),
    unknown: unknown('Die Einrichtung des iPhone'),
  },
  'sync-lock': {
    fine: told('Kein anderes Programm gleicht mit dem iPhone ab.'),
    person: told(
      'Ein anderes Programm gleicht mit dem iPhone ab oder sichert es.',
      'Lass es fertig werden, oder beende es.',
    ),
    unknown: unknown('Ob ein anderes Programm abgleicht,'),
  },
  'usb-port': {
    fine: told('Kabel und Anschluss sind in Ordnung.'),
    note: told('Kabel oder Anschluss könnten besser sein: am besten direkt am Computer, ohne Hub.'),
    person: told(
      'Kabel und Anschluss sind langsamer, als jedes iPhone kann.',
      'Nimm einen anderen Anschluss oder ein anderes Kabel.',
    ),
    unknown: unknown('Der Anschluss'),
  },
  versions: {
    fine: told('Von diesen Versionen ist nichts Schlechtes bekannt.'),
    note: told(
      'Von einer der Versionen, auf dem iPhone oder hier, ist Ärger bekannt.',
      'Aktualisiere das iPhone und diesen Computer.',
    ),
    person: told(
      'Von einer der Versionen, auf dem iPhone oder hier, ist Ärger bekannt.',
      'Aktualisiere das iPhone und diesen Computer.',
    ),
    broken: told(
      'Von einer der Versionen, auf dem iPhone oder hier, ist bekannt, dass es mit ihr nicht geht.',
      'Aktualisiere das iPhone und diesen Computer.',
    ),
    unknown: unknown('Die Versionen'),
  },
  wifi: {
    fine: told('Das iPhone hängt am Kabel.'),
    note: told(
      'Das iPhone ist über WLAN verbunden: das geht, dauert aber um ein Mehrfaches länger.',
      'Stecke das Kabel an, wenn du eines hast.',
    ),
    person: told('Über WLAN ist das iPhone so nicht gut zu erreichen.', 'Stecke das Kabel an.'),
    unknown: unknown('Das WLAN'),
  },
  'write-speed': {
    fine: told('Die Festplatte, auf die gesichert wird, ist schnell genug.'),
    note: told(
      'Die Festplatte, auf die gesichert wird, ist langsam: das iPhone müsste auf sie warten.',
      'Ein Backup gelingt, dauert aber lange. Schneller ist eine Festplatte dieses Computers, oder ein anderer Anschluss für die externe.',
    ),
    unknown: unknown('Wie schnell die Festplatte schreibt,'),
  },
};
