import { KEPT, NOTHING_CHANGED } from '../safe.ts';
import type { Told } from './told.ts';

/** This computer, and the programs on it. */
export const computerCauses: Told = {
  'another-program': (seen) => {
    const name =
      seen.last('destination.in-use')?.program ??
      seen.last('computer.other-backup')?.program ??
      'Ein anderes Programm';
    return {
      sentence: `${name} arbeitet gleichzeitig an einem Backup dieses iPhone.`,
      safe: 'Dein früheres Backup ist, wie es war.',
      next: 'Lass es fertig werden oder halte es an; zwei zugleich würden einander die Arbeit verderben. Fang dann wieder an.',
    };
  },
  'computer-battery-low': (seen) => {
    const percent = seen.last('computer.power')?.percent;
    return {
      sentence: `Der Akku dieses Computers ist fast leer${percent === undefined ? '' : ` (${percent} %)`}; er würde mitten im Backup einschlafen.`,
      safe: KEPT,
      next: 'Schließe diesen Computer an den Strom an.',
    };
  },
  'computer-slept': (seen, amounts) => {
    const slept = seen.last('computer.slept');
    const why = slept?.reason === undefined ? '' : ` (${REASONS[slept.reason]})`;
    return {
      sentence: `Dieser Computer hat${slept === undefined ? '' : ` ${amounts.duration(slept.seconds)} lang`} geschlafen${why}, und die Verbindung zum iPhone ist dabei abgerissen.`,
      safe: KEPT,
      next: `Thaw macht dort weiter, wo es war, und hält den Computer wach, soweit es darf. ${
        slept?.reason === 'battery'
          ? 'Schließe diesen Computer an den Strom an.'
          : 'Lass den Deckel offen und den Strom angeschlossen.'
      }`,
    };
  },
  'computer-starved': (seen, amounts) => {
    const busiest = seen.last('computer.program', ({ does }) => does === 'starves');
    const delay = seen
      .all('computer.busy')
      .reduce((most, { delayMilliseconds }) => Math.max(most, delayMilliseconds), 0);
    const waited =
      delay === 0 ? '' : `: Thaw musste ${amounts.duration(delay / 1000)} warten, bis es an die Reihe kam`;
    return {
      sentence: `Dieser Computer ist für das Backup zu beschäftigt${waited}${
        busiest === undefined ? '' : `; am meisten braucht ${busiest.name}`
      }${busiest?.percent === undefined ? '' : ` (${busiest.percent} %)`}${
        seen.has('computer.memory') ? '; sein Arbeitsspeicher ist fast voll' : ''
      }.`,
      safe: KEPT,
      next: `Schließe ${busiest?.name ?? 'für eine Weile, was am meisten braucht'}. Thaw arbeitet langsamer und macht weiter.`,
    };
  },
  'computer-update-asked': () => ({
    sentence:
      'Dieser Mac will für dieses iPhone erst Software installieren: „Ein Softwareupdate ist erforderlich“.',
    safe: NOTHING_CHANGED,
    next: 'Wähle in diesem Fenster „Installieren“, oder aktualisiere macOS unter Systemeinstellungen › Allgemein › Softwareupdate. Schließe das iPhone dann wieder an.',
  }),
  'phone-driver': (seen) => {
    const problem = seen.last('computer.driver')?.problem ?? 0;
    return {
      sentence:
        problem === 0
          ? 'Windows sieht das iPhone nur als Kamera: Apples Treiber dafür fehlt.'
          : `Apples Treiber für das iPhone arbeitet nicht: der Geräte-Manager meldet Code ${problem}.`,
      safe: NOTHING_CHANGED,
      next: 'Installiere die App „Apple-Geräte“ aus dem Microsoft Store, öffne sie einmal und schließe das iPhone wieder an.',
    };
  },
  'phone-taken': (seen) => {
    const program = seen.last('computer.program', ({ does }) => does === 'takes')?.name;
    return {
      sentence: `Ein iPhone ist angesteckt, aber ${program ?? 'eine virtuelle Maschine'} hat es diesem Computer offenbar weggenommen.`,
      safe: KEPT,
      next: `Trenne das iPhone in ${program ?? 'der virtuellen Maschine'}, oder beende sie; stecke das iPhone dann wieder an.`,
    };
  },
  'software-mismatch': (seen) => {
    const bad = seen.last('version.known-bad');
    return {
      sentence:
        bad === undefined
          ? 'Das iPhone spricht eine Fassung des Backup-Protokolls, die diese Software nicht kennt.'
          : `Von ${bad.what} ${bad.version} ist bekannt, dass damit Backups misslingen.`,
      safe: NOTHING_CHANGED,
      next: `Aktualisiere ${bad?.what ?? 'Thaw; ist es auf dem neuesten Stand, melde bitte die iOS-Version des Telefons'}.`,
    };
  },
  'tls-intercepted': (seen) => {
    const program = seen.last('computer.program', ({ does }) => does === 'intercepts');
    return {
      sentence: `Die geschützte Verbindung zum iPhone wird auf diesem Computer aufgebrochen${
        program === undefined ? ', wie es Sicherheitssoftware tut' : `, von ${program.name}`
      }: das Telefon kennt diesen Computer, am Vertrauen liegt es nicht.`,
      safe: NOTHING_CHANGED,
      next: `Schalte ${program?.name ?? 'VPN, Firewall oder Sicherheitssoftware'} für die Zeit des Backups aus und fang wieder an.`,
    };
  },
  'two-phone-services': (seen) => {
    const service = seen.last('computer.phone-service', ({ rival }) => rival !== undefined);
    return {
      sentence: `${service?.name ?? 'Der Dienst für iPhones'} und ${service?.rival ?? 'ein anderes Programm'} bedienen auf diesem Computer beide iPhones und nehmen sie einander weg.`,
      safe: KEPT,
      next: `Beende ${service?.rival ?? 'eines davon'} und schließe das iPhone wieder an.`,
    };
  },
  'usb-power-saving': () => ({
    sentence:
      'Dieser Computer legt den USB-Anschluss des iPhone schlafen, um Strom zu sparen, und die Verbindung reißt ab.',
    safe: KEPT,
    next: 'Schalte das USB-Stromsparen für die Zeit des Backups aus (TLP: USB_EXCLUDE_PHONE=1; powertop: nicht „Good“ für das iPhone).',
  }),
  'usbmuxd-hung': (seen) => ({
    sentence: seen.has('computer.mux-blind')
      ? 'Ein iPhone ist angesteckt, aber der Dienst dieses Computers, der mit iPhones spricht (usbmuxd), sieht es nicht.'
      : 'Der Dienst dieses Computers, der mit iPhones spricht (usbmuxd), hängt.',
    safe: KEPT,
    next: `Zieh das iPhone ab, warte fünf Sekunden und stecke es wieder an. Hilft das nicht, starte den Dienst neu: „${
      seen.last('computer.phone-service')?.mend ?? 'sudo systemctl restart usbmuxd'
    }“ in einem Terminal.`,
  }),
  'usbmuxd-missing': (seen) => {
    if (seen.has('attempt.failed', ({ code }) => code === 'mux.permission'))
      return {
        sentence:
          'Dieser Benutzer darf den Dienst dieses Computers, der mit iPhones spricht (usbmuxd), nicht verwenden.',
        safe: NOTHING_CHANGED,
        next: 'Lass dir den Zugang geben (unter Linux oft über die Gruppe „plugdev“ oder „usbmux“) und fang wieder an.',
      };
    const service = seen.last('computer.phone-service', ({ state }) => state in STATES);
    if (service === undefined)
      return {
        sentence: 'Der Dienst dieses Computers, der mit iPhones spricht (usbmuxd), läuft nicht.',
        safe: NOTHING_CHANGED,
        next: 'Linux: installiere und starte usbmuxd. Windows: installiere die App „Apple-Geräte“ und öffne sie einmal. Mac: starte den Mac neu.',
      };
    return {
      sentence: `Der Dienst dieses Computers, der mit iPhones spricht (${service.name}), ${STATES[service.state]}.`,
      safe: NOTHING_CHANGED,
      next:
        service.mend === undefined
          ? `Installiere oder öffne ${service.name}, und schließe das iPhone wieder an.`
          : `Gib in einem Terminal ein: „${service.mend}“.`,
    };
  },
};

const REASONS = {
  lid: 'der Deckel war zu',
  idle: 'niemand war daran',
  battery: 'sein Akku war leer',
  person: 'jemand hat ihn schlafen gelegt',
} as const;

const STATES: Readonly<Record<string, string>> = {
  missing: 'ist nicht installiert',
  stopped: 'läuft nicht',
  disabled: 'ist ausgeschaltet',
};
