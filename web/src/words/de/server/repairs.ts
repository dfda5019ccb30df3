import type { PlannedMend } from '../../../../../src/server/contract/events.ts';
import type { Amounts } from '../../amounts.ts';

type Saying = PlannedMend['said']['finds'][number];
type Files = Extract<Saying, { readonly files: number }>;
type Entries = Extract<Saying, { readonly entries: number }>;
type Plain = Exclude<
  Saying['code'],
  | Files['code']
  | Entries['code']
  | 'list-damaged'
  | 'copy-of-day'
  | 'fitting-copy-of-day'
  | 'left-beside'
  | 'folder-of-another-name'
  | 'rename-folder'
>;

const PLAIN: Readonly<Record<Plain, string>> = {
  'files-of-entries':
    'Die Dateien der Einträge, die herausgenommen werden; was hier davon liegt, kommt beiseite.',
  'changes-since': 'Was sich in den zurückgeholten Dateien seit jenem früheren Stand geändert hat.',
  'info-missing': 'Info.plist, an der Programme ein Backup erkennen, fehlt oder ist unlesbar.',
  'info-other-phone': 'Info.plist gehört zu einem anderen Telefon.',
  'info-rebuilt': 'Sie wird neu geschrieben, aus dem, was von dem Telefon bekannt ist.',
  'info-from-phone':
    'Sie wird neu geschrieben: was das Backup selbst weiß, und das Übrige vom iPhone, das verbunden ist.',
  'info-without-apps':
    'Info.plist hat keine Liste der Apps. idevicebackup2 stellt ein solches Backup nur wieder her, wenn es Apps auslassen soll.',
  'apps-left-empty': 'Sie bekommt eine leere.',
  'newest-copy': 'Die neueste Kopie, die Thaw aufgehoben hat, kommt zurück.',
  icons: 'Die Symbole der Apps, und was manche Programme über die Musik vermerken.',
  'cut-moving': 'Der letzte Lauf riss ab, während seine Dateien an ihren Platz kamen.',
  'cut-before-complete': 'Der letzte Lauf riss ab, bevor er vollständig war.',
  'snapshot-left': 'Ein Ordner eines früheren, abgerissenen Laufs ist noch da (Snapshot).',
  'cut-tidying': 'Der letzte Lauf riss beim Aufräumen ab.',
  'cut-at-end': 'Der letzte Lauf riss ganz am Ende ab.',
  'back-to-before': 'Das Backup wird wieder das von vor jenem Lauf.',
  'empty-folders-removed': 'Was davon übrig ist, leere Ordner, kommt weg.',
  'back-up-or-salvage':
    'Sichere noch einmal: Thaw macht dort weiter, wo das Telefon es noch kann. An das, was hier liegt, kommt „thaw salvage“.',
  'only-list-tells':
    'Ob er alles gesendet hatte, kann nur seine Dateiliste sagen, und die ist verschlüsselt.',
  'repair-with-password': 'Repariere noch einmal, mit dem Passwort dieses Backups.',
  'list-missing': 'Die Dateiliste (Manifest.db) fehlt.',
  'list-of-another-state': 'Die Dateiliste ist von einem anderen Stand des Backups als die Dateien.',
  encrypted: 'Dieses Backup ist verschlüsselt.',
  copy: 'Die Kopie, die Thaw aufgehoben hat, kommt zurück.',
  'unreadable-entries':
    'Dateien, deren Einträge unlesbar sind, kommen beiseite: Ohne Eintrag nimmt das Telefon sie nicht an.',
  'nothing-readable': 'Nichts darin lässt sich mehr lesen, und keine Kopie davon war zu finden.',
  'salvage-nameless': 'An die Dateien, die man auch ohne sie erkennt, kommt „thaw salvage“.',
  'password-wrong': 'Das Passwort öffnet es nicht. (Es ist weder der Code noch das des Apple Accounts.)',
  'password-needed': 'Ohne sein Passwort lassen sich die Dateiliste und die Dateien nicht prüfen.',
  'log-written-in': 'Die Änderungen darin kommen in die Dateiliste, und sie selbst beiseite.',
  'log-set-aside': 'Sie kommen beiseite: Die Dateiliste passt ohne sie zum Backup.',
  'manifest-missing': 'Manifest.plist, die das Backup beschreibt, fehlt oder ist leer.',
  'manifest-unreadable': 'Manifest.plist, die das Backup beschreibt, ist unlesbar.',
  'manifest-other-phone': 'Manifest.plist gehört zu einem anderen Telefon.',
  'keys-damaged': 'Laut Manifest.plist ist das Backup verschlüsselt, aber seine Schlüssel sind beschädigt.',
  'manifest-of-another-list': 'Manifest.plist gehört nicht zu dieser Dateiliste.',
  'manifest-rebuilt':
    'Sie wird neu geschrieben: Das Backup ist nicht verschlüsselt, und alles andere steht in Info.plist und der Dateiliste.',
  accessories: 'Was das Telefon darin über Zubehör und Bedienungshilfen vermerkt hatte.',
  'keys-lost':
    'Das Backup ist verschlüsselt, und diese Datei enthielt seine Schlüssel; keine Kopie war zu finden. Ohne die Schlüssel kann niemand seine Dateien öffnen, auch nicht mit dem Passwort: Sie sind verloren.',
  'find-copy':
    'Wurde dieser Ordner je kopiert (andere Festplatte, Time Machine, NAS), lege die Manifest.plist jener Kopie hierher und repariere noch einmal. Sonst mach ein neues Backup.',
  'list-missing-too': 'Auch die Dateiliste fehlt, und von beiden war keine Kopie zu finden.',
  'salvage-here': 'An das, was hier liegt, kommt „thaw salvage“.',
  'list-cut': 'Die Dateiliste (Manifest.mbdb) bricht ab oder ergibt ab einer Stelle keinen Sinn.',
  'list-without-missing':
    'Die Liste wird ohne das geschrieben, was nicht da ist, damit das Telefon den Rest annimmt.',
  'names-after-cut':
    'Was die Liste nach dieser Stelle nannte: Seine Dateien bleiben, wo sie sind, ohne Namen.',
  'folder-keeps-name': 'Eine Reparatur, die sich zurücknehmen lässt, lässt dem Ordner seinen Namen.',
  'status-missing': 'Status.plist, die sagt, wie weit das Backup kam, fehlt oder ist unlesbar.',
  'status-copy': 'Die Kopie, die Thaw davon aufgehoben hat, kommt zurück.',
  'status-rebuilt':
    'Sie wird neu geschrieben. Was das Backup wirklich enthält, wird mit seiner Dateiliste verglichen.',
  'cut-commit': 'Thaw selbst wurde unterbrochen, während es ein Backup an seinen Platz brachte.',
  'commit-completed':
    'Das wird erst zu Ende gebracht, wie es jeder weitere Lauf täte. Nichts geht verloren. Dann wird noch einmal nachgesehen.',
  'cut-run': 'Ein Lauf von Thaw über diesem Backup riss ab und ließe sich fortsetzen.',
  'received-set-aside': 'Was er empfangen hat, kommt beiseite: Zum reparierten Backup passt es nicht.',
  'head-start': 'Der Vorsprung des nächsten Laufs: Diesen Teil sendet das Telefon noch einmal.',
};

/** What a repair says. The English ones are in src/archive/repair/repair-words.ts. */
export function repairInGerman(saying: Saying, { number, day }: Amounts): string {
  switch (saying.code) {
    case 'entries-wrong':
      return one(saying.entries)
        ? 'Ein Eintrag der Dateiliste kann nicht stimmen.'
        : `${number(saying.entries)} Einträge der Dateiliste können nicht stimmen.`;
    case 'entries-put-right':
      return `${entriesOf(saying.entries, number)} aus dem Rest dessen, was darin steht, richtiggestellt.`;
    case 'entries-taken-out':
      return `${entriesOf(saying.entries, number)} aus der Liste genommen, damit das Telefon die anderen annimmt.`;
    case 'list-rebuilt':
      return `Eine neue wird geschrieben, mit dem, was sich darin lesen lässt: ${
        one(saying.entries) ? 'einem Eintrag' : `${number(saying.entries)} Einträgen`
      }.`;
    case 'list-damaged':
      return 'Die Dateiliste (Manifest.db) ist beschädigt.';
    case 'copy-of-day':
      return `Die Kopie, die Thaw am ${day(saying.day)} aufgehoben hat, kommt zurück.`;
    case 'fitting-copy-of-day':
      return `Die Kopie, die Thaw am ${day(saying.day)} aufgehoben hat und die zu den Dateien passt, kommt zurück.`;
    case 'left-beside':
      return `Ein anderes Programm hat ${saying.names.join(' und ')} neben der Dateiliste liegen lassen: Das Telefon liest sie nicht.`;
    case 'folder-of-another-name':
      return `Der Ordner heißt ${saying.folder}, das Backup darin gehört aber zum Telefon ${saying.udid}.`;
    case 'rename-folder':
      return `Ist das das Backup, das du willst, nenne den Ordner ${saying.udid}: Dann finden Programme es wieder.`;
    default:
      return 'files' in saying ? filesInGerman(saying, number) : PLAIN[saying.code];
  }
}

function filesInGerman({ code, files }: Files, number: (value: number) => string): string {
  const [is, some] = [one(files), one(files) ? 'eine Datei' : `${number(files)} Dateien`];
  const Some = one(files) ? 'Eine Datei' : some;
  switch (code) {
    case 'changed-by-program':
      return `${Some} ${is ? 'ist' : 'sind'} ganz, aber nicht so lang, wie die Dateiliste sagt: Ein anderes Programm hat ${is ? 'sie' : 'sie alle'} verändert.`;
    case 'sizes-written':
      return `Die jetzige Größe kommt in die Liste.`;
    case 'files-brought-back':
      return `${Some} ${is ? 'kommt' : 'kommen'} zurück, wie ein früherer Stand sie hatte.`;
    case 'files-set-aside':
      return `${Some}; was davon übrig ist, kommt beiseite.`;
    case 'files-gone':
      return `${Some}.`;
    case 'files-missing':
      return `${Some} ${is ? 'fehlt oder ist' : 'fehlen oder sind'} nicht so lang, wie die Dateiliste sagt.`;
    case 'contents-damaged':
      return `Beschädigt ist der Inhalt von ${is ? 'einer Datei' : some}.`;
    case 'changed-but-whole':
      return `${Some} ${is ? 'wurde' : 'wurden'} seit der Sicherung verändert, ${is ? 'ist' : 'sind'} aber in sich ganz.`;
    case 'taken-as-they-are':
      return `${is ? 'Sie wird' : 'Sie werden'} genommen, wie ${is ? 'sie ist' : 'sie sind'}.`;
    case 'moving-completed':
      return `Was noch fehlt (${some}), kommt mit der Dateiliste an seinen Platz: Das Backup ist dann das, das jener Lauf machte.`;
    case 'rest-set-aside':
      return `Der Rest davon (${some}) kommt beiseite.`;
    case 'cut-run-files':
      return `${Some} des abgerissenen Laufs ${is ? 'kommt' : 'kommen'} beiseite: Das Telefon sendet sie noch einmal.`;
    case 'first-run-nameless':
      return `Es war der erste, und die Dateiliste sendet das Telefon zuletzt: ${Some} ${is ? 'liegt' : 'liegen'} hier ohne Namen.`;
    case 'older-entries':
      return `Aus einer älteren Kopie ${is ? 'kommt der Eintrag einer Datei' : `kommen Einträge von ${some}`}.`;
    case 'orphans':
      return `${Some} ${is ? 'gehört' : 'gehören'} zu keinem Eintrag der Dateiliste.`;
    case 'orphans-set-aside':
      return `${is ? 'Sie kommt' : 'Sie kommen'} beiseite. („thaw salvage“ holt heraus, was sich von solchen Dateien erkennen lässt.)`;
  }
}

function one(count: number): boolean {
  return count === 1;
}

function entriesOf(entries: number, number: (value: number) => string): string {
  return one(entries) ? 'Ein Eintrag wird' : `${number(entries)} Einträge werden`;
}
