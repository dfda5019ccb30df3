/** By the id of the remedy: what is being done, in one sentence. The English ones are in src/remedies/. */
export const remedies: Readonly<Record<string, string | undefined>> = {
  'change-to-cable': 'Es geht über das Kabel weiter.',
  'free-old-states': 'Platz schaffen: die ältesten früheren Stände, die Thaw aufhebt, werden gelöscht.',
  erase:
    'Das iPhone wird gelöscht und iOS neu installiert. Vorher werden 8 bis 12 GB geladen. Lass das Kabel die ganze Zeit stecken.',
  'fresh-chain':
    'Ein ganz neues Backup beginnt neben dem früheren; das bleibt mindestens, bis das neue geprüft ist.',
  'icloud-backup-off':
    'Das iCloud-Backup wird für die Zeit dieses Backups ausgeschaltet und danach wieder ein.',
  'leave-recovery': 'Das iPhone wird aus dem Wiederherstellungsmodus geholt. Nichts darauf geht verloren.',
  'other-destination': 'Es geht in dem anderen Ordner weiter.',
  'pair-again': 'Computer und iPhone werden neu miteinander bekannt gemacht.',
  'pause-for-heat': 'Das iPhone ist heiß: Pause, bis es abgekühlt ist.',
  reinstall:
    'iOS wird neu installiert; was auf dem iPhone ist, bleibt. Vorher werden 8 bis 12 GB geladen. Lass das Kabel die ganze Zeit stecken.',
  'reset-connection': 'Die Verbindung wird neu aufgebaut; es geht dort weiter, wo das Backup stehen blieb.',
  'restart-phone':
    'Das iPhone wird neu gestartet. Nichts darauf geht verloren; danach muss es einmal entsperrt werden.',
  'restart-services': 'Der Backup-Dienst des iPhone wird neu gestartet.',
  'set-partial-aside':
    'Was der abgerissene Lauf empfangen hatte, kommt beiseite, und dieses Backup beginnt neu.',
  'slow-down': 'Dieser Computer oder seine Festplatte kommt nicht nach: das Backup läuft langsamer weiter.',
  'wait-and-retry': 'Das iPhone hat gerade anderes zu tun; in einer Minute geht es weiter.',
  'wait-for-apple':
    'Alle fünf Minuten wird nachgesehen, bis Apples Dienste wieder arbeiten. Halte es an, wann du willst; ein lokales Backup geht inzwischen.',
  'wait-for-network': 'Ein paar Minuten warten, ob sich das Netz von selbst fängt.',
  'wait-for-other-run': 'Warten, bis der andere Lauf fertig ist.',
  'wait-for-phone': 'Thaw wartet, bis das iPhone wieder da ist.',
  'wait-for-sync-lock': 'Warten, bis das andere Programm das iPhone loslässt.',
  'wait-for-wifi': 'Warten, bis das iPhone wieder im WLAN oder am Kabel zu sehen ist.',
  'wait-while-at-work':
    'Warten, bis das iPhone zurück ist: es ist mit sich selbst beschäftigt. Lass es angeschlossen und drücke nichts; ein Update kann eine Stunde dauern.',
};
