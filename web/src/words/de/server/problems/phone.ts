import type { ProblemTold } from '../../../server-words.ts';
import { EARLIER_SAFE_GERMAN, NOTHING_CHANGED } from '../safe.ts';

/** The phone, and the service that reaches it. */
export const phoneProblems = {
  'mux.address': {
    what: 'Die Adresse des Dienstes, der mit iPhones spricht (USBMUXD_SOCKET_ADDRESS), ist keine.',
    safe: NOTHING_CHANGED,
    next: 'Berichtige sie: UNIX:/pfad/zum/socket oder host:port. Oder nimm sie heraus.',
  },
  'mux.absent': {
    what: 'Der Dienst, der mit iPhones spricht (usbmuxd), antwortet nicht.',
    safe: NOTHING_CHANGED,
    next: 'Linux: installiere und starte usbmuxd. Windows: installiere die App „Apple-Geräte“ und öffne sie einmal. Mac: starte den Mac neu.',
  },
  'mux.permission': {
    what: 'Dieser Benutzer darf den Dienst, der mit iPhones spricht, nicht verwenden.',
    safe: NOTHING_CHANGED,
    next: 'Lass dir den Zugang geben (unter Linux oft über die Gruppe „plugdev“ oder „usbmux“) und versuche es noch einmal.',
  },
  'mux.refused': {
    what: 'Der Dienst, der mit iPhones spricht, hat eine Anfrage abgelehnt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Zieh das iPhone ab, warte fünf Sekunden, stecke es wieder an und versuche es noch einmal.',
  },
  'mux.gone': {
    what: 'Der Dienst, der mit iPhones spricht, hat aufgelegt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Starte ihn neu (Linux: sudo systemctl restart usbmuxd). Fang dann wieder an: Thaw macht dort weiter, wo es war.',
  },
  'mux.silent': {
    what: 'Der Dienst, der mit iPhones spricht, antwortet nicht rechtzeitig.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Starte ihn neu (Linux: sudo systemctl restart usbmuxd). Fang dann wieder an: Thaw macht dort weiter, wo es war.',
  },
  'phone.none': {
    what: 'Es ist kein iPhone angeschlossen.',
    safe: NOTHING_CHANGED,
    next: 'Stecke es mit seinem Kabel an und entsperre es. Lädt es nur, dann nimm ein anderes Kabel oder einen anderen Anschluss.',
  },
  'phone.several': {
    what: 'Mehrere Telefone sind angeschlossen.',
    safe: NOTHING_CHANGED,
    next: 'Wähle das Telefon, um das es geht.',
  },
  'phone.absent': {
    what: 'Dieses Telefon ist nicht angeschlossen.',
    safe: NOTHING_CHANGED,
    next: 'Stecke es an und entsperre es.',
  },
  'phone.cable-there': {
    what: 'Das iPhone wurde ans Kabel gesteckt, während es über WLAN gesichert wurde.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Fang wieder an: Thaw macht dort weiter, wo es war, jetzt über das schnellere Kabel.',
  },
  'phone.recovery': {
    what: 'Das iPhone ist im Wiederherstellungsmodus (sein Bildschirm zeigt ein Kabel und einen Computer): so kann es nicht gesichert werden.',
    safe: 'Der Wiederherstellungsmodus allein löscht nichts.',
    next: 'Lass Thaw es herausholen: es startet neu und ist meist wie zuvor. Wähle nirgends „Wiederherstellen“: das löscht es.',
  },
  'phone.dfu': {
    what: 'Das iPhone ist im DFU-Modus (sein Bildschirm bleibt schwarz): so kann es nicht gesichert werden.',
    safe: 'Der DFU-Modus allein löscht nichts.',
    next: 'Starte es mit seinen Tasten neu; Thaw zeigt, mit welchen, und zählt mit.',
  },
  'phone.restoring': {
    what: 'Das iPhone wird gerade wiederhergestellt oder aktualisiert.',
    safe: NOTHING_CHANGED,
    next: 'Lass es angeschlossen, bis es fertig ist. Jetzt abzuziehen kann schaden.',
  },
  'phone.updating': {
    what: 'Das iPhone bereitet ein Update von iOS vor oder installiert es.',
    safe: 'In Ruhe gelassen, kommt es von selbst mit allem zurück.',
    next: 'Lass es angeschlossen und rühre es nicht an. Das kann eine Stunde dauern; fang dann wieder an.',
  },
  'phone.setup': {
    what: 'Die Einrichtung des iPhone ist nicht fertig.',
    safe: NOTHING_CHANGED,
    next: 'Bring sie auf dem Telefon zu Ende und versuche es noch einmal.',
  },
  'phone.unseen': {
    what: 'Ein iPhone hängt am Kabel, aber der Dienst, der mit iPhones spricht (usbmuxd), weiß nichts von ihm.',
    safe: NOTHING_CHANGED,
    next: 'Zieh es ab, warte fünf Sekunden und stecke es wieder an. Ändert das nichts, starte den Dienst neu (Linux: sudo systemctl restart usbmuxd).',
  },
  'phone.power-only': {
    what: 'Ein Gerät von Apple lädt an diesem Computer, aber über das Kabel kommen keine Daten.',
    safe: NOTHING_CHANGED,
    next: 'Entsperre das iPhone und erlaube das Zubehör, wenn es fragt. Lädt es weiter nur, nimm ein Kabel, das Daten überträgt.',
  },
  'phone.gone': {
    what: 'Die Verbindung zum iPhone ist abgerissen.',
    safe: `${EARLIER_SAFE_GERMAN} Was empfangen wurde, bleibt.`,
    next: 'Prüfe das Kabel an beiden Enden. Fang dann wieder an: Thaw macht dort weiter, wo es war.',
  },
  'phone.not-listening': {
    what: 'Das iPhone ist angeschlossen, antwortet aber nicht: es startet gerade, oder es ist eingefroren.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Warte, bis sein Sperrbildschirm erscheint, entsperre es und versuche es noch einmal.',
  },
  'phone.silent': {
    what: 'Das iPhone antwortet nicht rechtzeitig.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Entsperre es und versuche es noch einmal. Hilft das nicht, starte das iPhone neu.',
  },
  'phone.tls': {
    what: 'Die geschützte Verbindung zum iPhone kam nicht zustande: das Vertrauen ist veraltet, oder etwas auf diesem Computer steht dazwischen.',
    safe: NOTHING_CHANGED,
    next: 'Lass das iPhone diesem Computer neu vertrauen, und tippe dort auf „Vertrauen“.',
  },
  'phone.locked': {
    what: 'Das iPhone ist gesperrt.',
    safe: NOTHING_CHANGED,
    next: 'Entsperre es mit seinem Code.',
  },
  'phone.before-first-unlock': {
    what: 'Das iPhone wurde seit dem Einschalten nicht entsperrt.',
    safe: NOTHING_CHANGED,
    next: 'Entsperre es einmal mit seinem Code und versuche es noch einmal.',
  },
  'phone.trust-pending': {
    what: 'Das iPhone fragt, ob es diesem Computer vertrauen soll.',
    safe: NOTHING_CHANGED,
    next: 'Entsperre es, tippe auf „Vertrauen“ und gib den Code ein.',
  },
  'phone.trust-denied': {
    what: 'Auf dem iPhone wurde „Nicht vertrauen“ getippt.',
    safe: NOTHING_CHANGED,
    next: 'Zieh es ab, stecke es wieder an und tippe auf „Vertrauen“.',
  },
  'phone.not-trusted': {
    what: 'Das iPhone vertraut diesem Computer noch nicht oder nicht mehr.',
    safe: NOTHING_CHANGED,
    next: 'Entsperre es und tippe auf „Vertrauen“.',
  },
  'phone.trust-needs-cable': {
    what: 'Vertrauen lässt sich nur über das Kabel geben.',
    safe: NOTHING_CHANGED,
    next: 'Schließe das iPhone mit seinem Kabel an.',
  },
  'phone.supervised': {
    what: 'Das iPhone gehört zu einer Organisation, die nur ihre eigenen Computer zulässt.',
    safe: NOTHING_CHANGED,
    next: 'Frage dort nach, oder sichere es in iCloud.',
  },
  'phone.session-lost': {
    what: 'Das iPhone hat das Gespräch beendet.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Entsperre es. Fang dann wieder an: Thaw macht dort weiter, wo es war.',
  },
  'phone.service-refused': {
    what: 'Das iPhone hat einen seiner Dienste nicht gestartet.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Ist seine Einrichtung nicht fertig, bring sie zu Ende; entsperre es und versuche es noch einmal. Bleibt es dabei, starte das iPhone neu.',
  },
  'phone.service-prohibited': {
    what: 'Ein Profil auf dem iPhone verbietet das.',
    safe: NOTHING_CHANGED,
    next: 'Frage, wer das Telefon verwaltet.',
  },
  'phone.services-exhausted': {
    what: 'Das iPhone hat zu viele Verbindungen offen.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Schließe andere Programme, die es verwenden, oder starte das iPhone neu.',
  },
  'phone.value-prohibited': {
    what: 'Das iPhone lässt diesen Computer das nicht lesen oder ändern.',
    safe: NOTHING_CHANGED,
    next: 'Entsperre das Telefon und versuche es noch einmal.',
  },
  'phone.storage': {
    what: 'Das iPhone konnte das Vertrauen nicht speichern: vielleicht ist sein Speicher voll.',
    safe: NOTHING_CHANGED,
    next: 'Mach auf dem Telefon etwas Platz und versuche es noch einmal.',
  },
  'phone.refused': {
    what: 'Das iPhone hat abgelehnt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Entsperre es und versuche es noch einmal.',
  },
  'phone.file-missing': {
    what: 'Das iPhone hat eine Datei nicht, die es haben sollte.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Versuche es noch einmal.',
  },
  'phone.file-locked': {
    what: 'Ein anderes Programm verwendet das iPhone.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Schließe den Finder, iTunes oder ein anderes Programm, das mit ihm abgleicht, und versuche es noch einmal.',
  },
  'phone.file-refused': {
    what: 'Das iPhone hat einen Zugriff auf seine Dateien abgelehnt.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Entsperre es und versuche es noch einmal.',
  },
} as const satisfies Readonly<Record<string, ProblemTold>>;
