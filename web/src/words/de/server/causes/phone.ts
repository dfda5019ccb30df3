import { EARLIER_SAFE_GERMAN, KEPT, NOTHING_CHANGED } from '../safe.ts';
import type { Told } from './told.ts';

/** The phone itself: its battery, heat, room, and the states it can be in. */
export const phoneCauses: Told = {
  'battery-low': (seen) => {
    const percent = seen.last('battery.state')?.percent;
    return {
      sentence: `Der Akku des iPhone ist fast leer${percent === undefined ? '' : ` (${Math.round(percent)} %)`} und lädt nicht.`,
      safe: KEPT,
      next: 'Schließe es an ein Ladegerät an, oder an einen Anschluss, der es lädt; Thaw macht von selbst weiter.',
    };
  },
  'battery-worn': (seen) => {
    const health = seen.last('battery.state')?.healthPercent;
    return {
      sentence: `Der Akku des iPhone ist verschlissen${
        health === undefined ? '' : ` (noch ${Math.round(health)} % von dem, was er neu hatte)`
      } und gibt unter Last nach.`,
      safe: KEPT,
      next: 'Lass es während des ganzen Backups am Ladegerät, und lass den Akku danach tauschen.',
    };
  },
  'dfu-mode': () => ({
    sentence: 'Das iPhone ist im DFU-Modus: es ist an, aber sein Bildschirm bleibt schwarz.',
    safe: 'Der DFU-Modus allein löscht nichts darauf.',
    next: 'Starte es mit seinen Tasten neu; meist kommt es zurück, wie es war.',
  }),
  'low-power-mode': () => ({
    sentence:
      'Auf dem iPhone wurde der Stromsparmodus eingeschaltet: er verschiebt, was im Hintergrund läuft.',
    safe: KEPT,
    next: 'Schalte ihn aus: Einstellungen › Batterie › Stromsparmodus. Lass das Telefon am Ladegerät.',
  }),
  overheating: (seen) => {
    const celsius = seen.last('battery.state')?.celsius;
    return {
      sentence: `Das iPhone ist zu heiß${celsius === undefined ? '' : ` (${Math.round(celsius)} °C)`} und bremst sich selbst.`,
      safe: KEPT,
      next: 'Nimm es aus der Hülle und lege es an einen kühlen Ort, nicht in den Kühlschrank. Thaw wartet und macht weiter, wenn es abgekühlt ist.',
    };
  },
  'phone-busy': () => ({
    sentence:
      'Das iPhone ist angeschlossen und mit sich selbst beschäftigt: es startet, oder es installiert ein Update. Eingefroren ist es nicht.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Lass es angeschlossen und drücke nichts. Mit einem Balken unter dem Apple-Logo kann es eine Stunde dauern; Thaw wartet und macht von selbst weiter.',
  }),
  'phone-frozen': (seen, amounts) => {
    const silent = seen.last('phone.mute')?.seconds ?? seen.last('watch.stuck')?.silentSeconds;
    return {
      sentence: `Das iPhone ist angeschlossen, antwortet aber${
        silent === undefined ? '' : ` seit ${amounts.duration(silent)}`
      } auf nichts: es scheint eingefroren.`,
      safe: EARLIER_SAFE_GERMAN,
      next: 'Wecke den Bildschirm und entsperre es. Reagiert es nicht auf Berührung, braucht es einen erzwungenen Neustart; dabei geht nichts darauf verloren.',
    };
  },
  'phone-restarted': (seen, amounts) => {
    const away = seen.last('phone.restarted')?.secondsAway;
    return {
      sentence: `Das iPhone hat während des Backups von selbst neu gestartet${
        away === undefined || away < 1 ? '' : ` und war ${amounts.duration(away)} weg`
      }.`,
      safe: KEPT,
      next: seen.has('phone.before-first-unlock')
        ? 'Entsperre es einmal mit seinem Code; Thaw macht dort weiter, wo es war.'
        : 'Warte auf seinen Sperrbildschirm und entsperre es; Thaw macht dort weiter, wo es war.',
    };
  },
  'phone-storage-full': (seen, amounts) => {
    const room = seen.last('phone.space');
    return {
      sentence: `Das iPhone selbst ist für ein Backup zu voll${
        room === undefined
          ? ''
          : `: nur ${amounts.size(room.availableBytes)} von ${amounts.size(room.capacityBytes)} sind frei`
      }.`,
      safe: KEPT,
      next: 'Mach auf dem Telefon etwa 1 GB frei: Einstellungen › Allgemein › iPhone-Speicher zeigt, was am meisten belegt.',
    };
  },
  'phone-storage-trouble': () => ({
    sentence: 'Das iPhone konnte seinen eigenen Speicher nicht lesen oder beschreiben.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Starte das iPhone neu und entsperre es; Thaw macht weiter. Geschieht es wieder, lass das Telefon nach diesem Backup ansehen.',
  }),
  'phone-updating': () => ({
    sentence: 'Das iPhone bereitet gerade ein Update von iOS vor oder installiert es.',
    safe: KEPT,
    next: 'Lass es angeschlossen und drücke nichts; das kann eine Stunde dauern. Thaw macht von selbst weiter, wenn es zurück ist.',
  }),
  'recovery-loop': (seen) => ({
    sentence: seen.has('remedy.tried', ({ remedy }) => ONCE_OUT.has(remedy))
      ? 'Das iPhone verlässt den Wiederherstellungsmodus und landet wieder darin: sein iOS startet nicht mehr.'
      : 'Das iPhone ist im Wiederherstellungsmodus, vielleicht nicht zum ersten Mal.',
    safe: 'Was darauf ist, ist noch da. Dein früheres Backup auch.',
    next: 'Installiere iOS neu, so bleibt, was darauf ist. Wähle nirgends „Wiederherstellen“: das löscht es.',
  }),
  'recovery-mode': () => ({
    sentence:
      'Das iPhone ist im Wiederherstellungsmodus: sein Bildschirm zeigt ein Kabel und einen Computer.',
    safe: 'Der Wiederherstellungsmodus allein löscht nichts darauf.',
    next: 'Starte es neu; meist kommt es zurück, wie es war. Wähle nicht „Wiederherstellen“: das löscht es.',
  }),
  'restore-under-way': () => ({
    sentence: 'Das iPhone wird gerade von einem Computer wiederhergestellt oder aktualisiert.',
    safe: EARLIER_SAFE_GERMAN,
    next: 'Zieh es nicht ab und drücke nichts: unterbrochen, müsste es neu wiederhergestellt werden. Meist dauert es 10 bis 30 Minuten; Thaw wartet.',
  }),
  'setup-unfinished': (seen) => ({
    sentence:
      seen.last('phone.setup-unfinished')?.activated === false
        ? 'Das iPhone ist noch nicht aktiviert und macht keine Backups.'
        : 'Die Einrichtung des iPhone ist nicht fertig, und vorher macht es keine Backups.',
    safe: NOTHING_CHANGED,
    next: 'Bring die Einrichtung auf dem Telefon zu Ende; Thaw macht weiter.',
  }),
};

const ONCE_OUT = new Set(['leave-recovery', 'restart-from-boot']);
