import { KEPT, NOTHING_CHANGED } from '../safe.ts';
import { often, type Told } from './told.ts';

/** Cable, port, power, and the Wi-Fi between phone and computer. */
export const cableCauses: Told = {
  'bad-cable-or-port': (seen, amounts) => {
    const errors = seen.last('link.bus-errors');
    const slow = seen.last('link.slow');
    const drops = seen.count('link.detached');
    const why = [
      errors && `der Computer sah ${often(errors.times)} einen elektrischen Fehler am Kabel`,
      slow && `es schafft nur ${amounts.size(slow.bytesPerSecond)} in der Sekunde`,
      drops > 0 && `das iPhone verlor ${often(drops)} den Kontakt`,
    ].filter((reason) => typeof reason === 'string');
    return {
      sentence: `Das Kabel oder der Anschluss scheint defekt${why.length > 0 ? `: ${why.join(', und ')}` : ''}.`,
      safe: KEPT,
      next: 'Stecke das iPhone ohne Hub direkt in einen anderen Anschluss des Computers; hilft das nicht, nimm ein anderes Kabel.',
    };
  },
  'bad-hub': (seen) => {
    const times = seen
      .all('link.port-events')
      .reduce((sum, { onHub, times: each }) => sum + (onHub ? each : 0), 0);
    return {
      sentence: `Der Hub, an dem das iPhone hängt, ist unzuverlässig${
        times === 0 ? '' : `: der Computer verlor ihn oder anderes daran ${often(times)}`
      }.`,
      safe: KEPT,
      next: 'Stecke das iPhone direkt in den Computer, nicht in einen Hub, einen Bildschirm oder eine Tastatur.',
    };
  },
  'cable-plugged-in': () => ({
    sentence: 'Das iPhone hängt jetzt am Kabel; das ist um ein Mehrfaches schneller als WLAN.',
    safe: KEPT,
    next: 'Alles ist in Ordnung. Fragt das iPhone noch einmal nach seinem Code, gib ihn ein: für das Telefon ist das ein neues Backup.',
  }),
  'charging-only': (seen) => ({
    sentence: seen.has('link.power-only')
      ? 'Das iPhone lädt an diesem Computer, aber über das Kabel kommen keine Daten.'
      : 'Dieser Computer sieht das iPhone nicht, auch wenn es vielleicht an ihm lädt.',
    safe: NOTHING_CHANGED,
    next: 'Entsperre das iPhone und erlaube das Zubehör, wenn es fragt. Lädt es weiter nur, nimm ein Kabel, das Daten überträgt, oder reinige den Anschluss.',
  }),
  'link-unstable': (seen, amounts) => {
    const times = seen.count('link.detached');
    const back = seen.last('link.attached');
    const after = back === undefined ? '' : ` und kam nach ${amounts.duration(back.secondsAway)} wieder`;
    return {
      sentence:
        times === 0
          ? 'Die Verbindung zum iPhone bricht immer wieder ab.'
          : `Das iPhone verlor ${often(times)} den Kontakt über das Kabel${after}.`,
      safe: KEPT,
      next: 'Stecke das Kabel an beiden Enden fest ein und lass das Telefon ruhig liegen; Thaw macht von selbst weiter.',
    };
  },
  'phone-asleep': (seen) => ({
    sentence: seen.has('wifi.asleep')
      ? 'Das iPhone ist eingeschlafen, und mit ihm die WLAN-Verbindung.'
      : 'Das iPhone schläft wahrscheinlich: im WLAN ist es nicht mehr zu sehen.',
    safe: KEPT,
    next: 'Wecke es und lege es an ein Ladegerät, dort bleibt es erreichbar; oder stecke es hier an. Thaw macht von selbst weiter.',
  }),
  'phone-not-connected': () => ({
    sentence: 'Das iPhone ist nicht mit diesem Computer verbunden.',
    safe: NOTHING_CHANGED,
    next: 'Stecke es mit seinem Kabel an und entsperre es. Lädt es nur, nimm ein anderes Kabel oder einen anderen Anschluss.',
  }),
  'private-wifi-address': () => ({
    sentence:
      'In diesem Netz verwendet das iPhone eine private WLAN-Adresse: wer es unter seiner eigenen kennt, findet es im WLAN nicht.',
    safe: NOTHING_CHANGED,
    next: 'Auf dem iPhone: Einstellungen › WLAN › das ⓘ neben diesem Netz › Private WLAN-Adresse › Aus. Oder nimm das Kabel; dem ist das gleich.',
  }),
  'weak-power': (seen) => {
    const milliamps = seen.last('battery.state')?.adapterMilliamps;
    return {
      sentence: `Das iPhone ist angesteckt, bekommt aber zum Laden nicht genug Strom${
        milliamps === undefined ? '' : ` (${milliamps} mA)`
      }.`,
      safe: KEPT,
      next: 'Nimm einen Anschluss am Computer selbst, nicht an einer Tastatur, einem Bildschirm oder einem Hub ohne eigenes Netzteil.',
    };
  },
  'wifi-unstable': (seen) => {
    const times = seen.count('wifi.lost');
    return {
      sentence:
        times === 0
          ? 'Über WLAN antwortet das iPhone ungleichmäßig.'
          : `Das iPhone verschwand ${often(times)} aus dem WLAN.`,
      safe: KEPT,
      next: 'Bring das iPhone und diesen Computer näher an den WLAN-Router, oder stecke das Kabel an: Thaw macht von selbst weiter.',
    };
  },
};
