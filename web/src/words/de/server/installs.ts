/** By the step of an installation of iOS. The English ones are in src/remedies/install-words.ts. */
export const installs: Readonly<Record<string, string | undefined>> = {
  detecting: 'Das iPhone wird gesucht',
  download: 'iOS wird geladen und geprüft',
  preparing: 'iOS wird für genau dieses iPhone vorbereitet',
  'keeps-data': 'Was auf dem iPhone ist, bleibt',
  'erases-data': 'Was auf dem iPhone ist, wird gelöscht',
  'sending-system': 'iOS geht auf das iPhone',
  verifying: 'Das iPhone prüft, was es bekommen hat',
  'flashing-firmware': 'Firmware wird geschrieben',
  baseband: 'Sein Funkteil wird aktualisiert',
  'firmware-data': 'Was zu seinen Bauteilen gehört, wird geholt',
  'sending-image': 'Ein weiteres Stück geht auf das iPhone',
  'operation-39': 'Der Akku ist zu leer: das iPhone lädt erst. Lass es angeschlossen',
  'operation-41': 'Was auf dem iPhone ist, zieht in das neue System um; das dauert lange und ist still',
  'operation-42': 'Der Speicher wird gelöscht',
  installed: 'iOS ist installiert; das iPhone startet',
};
