import { EARLIER_SAFE_GERMAN, KEPT, NOTHING_CHANGED } from '../safe.ts';
import type { Told } from './told.ts';

/** Lock, passcode, trust, and who may. */
export const trustCauses: Told = {
  'clock-wrong': (seen, amounts) => {
    const differs = seen.last('clock.differs');
    return {
      sentence: `Die Uhren des iPhone und dieses Computers gehen${
        differs === undefined ? '' : ` um ${amounts.duration(Math.abs(differs.seconds))}`
      } auseinander, darum halten sie die Zertifikate des anderen für ungültig.`,
      safe: NOTHING_CHANGED,
      next: 'Stelle auf beiden Datum und Uhrzeit richtig (auf dem iPhone: Einstellungen › Allgemein › Datum & Uhrzeit › Automatisch einstellen) und fang wieder an.',
    };
  },
  'first-unlock-needed': () => ({
    sentence: 'Das iPhone wurde eingeschaltet oder neu gestartet und seither nicht entsperrt.',
    safe: KEPT,
    next: 'Entsperre es einmal mit seinem Code; Thaw macht von selbst weiter.',
  }),
  'not-trusted': (seen) => ({
    sentence: 'Das iPhone vertraut diesem Computer noch nicht.',
    safe: NOTHING_CHANGED,
    next: seen.has('attempt.failed', ({ code }) => code === 'phone.trust-needs-cable')
      ? 'Schließe es mit seinem Kabel an, entsperre es und tippe auf „Vertrauen“, wenn es fragt.'
      : 'Entsperre es und tippe auf „Vertrauen“, wenn es fragt.',
  }),
  'pairing-forbidden': (seen) => {
    const by = seen.last('phone.supervised')?.by ?? '';
    return {
      sentence: `Das iPhone wird ${by === '' ? 'von einer Organisation' : `von ${by}`} verwaltet, die diesen Computer nicht zulässt.`,
      safe: NOTHING_CHANGED,
      next: 'Frage, wer das Telefon verwaltet, oder sichere es in iCloud.',
    };
  },
  'passcode-not-entered': (seen, amounts) => {
    const prompt = seen.last('prompt.waits', ({ what }) => what === 'passcode');
    const ended = seen.has('attempt.failed', ({ code }) => code === 'backup.locked');
    const asked = prompt !== undefined || seen.has('prompt.expired');
    const since =
      prompt === undefined || prompt.seconds < 5 ? '' : ` seit ${amounts.duration(prompt.seconds)}`;
    const left =
      !ended && prompt?.secondsLeft !== undefined
        ? `: es wartet noch ${amounts.duration(prompt.secondsLeft)}`
        : '';
    return {
      sentence: ended
        ? asked
          ? 'Das iPhone hat nach seinem Code gefragt und aufgegeben, weil ihn niemand eingab.'
          : 'Das iPhone ist gesperrt, und niemand hat seinen Code eingegeben.'
        : `Das iPhone wartet${since} auf seinen Code.`,
      safe: EARLIER_SAFE_GERMAN,
      next: `Gib den Code auf dem iPhone ein${left}. Vorher wird nichts gesendet.`,
    };
  },
  'phone-locked': (seen) => ({
    sentence: seen.has('log.locked')
      ? 'Das iPhone ist gesperrt und kann seine geschützten Dateien nicht öffnen.'
      : 'Das iPhone ist gesperrt.',
    safe: KEPT,
    next: 'Entsperre es mit seinem Code. Sind erst Dateien unterwegs, darf es sich wieder sperren.',
  }),
  'service-forbidden': () => ({
    sentence: 'Ein Profil auf dem iPhone verbietet Backups auf einen Computer.',
    safe: NOTHING_CHANGED,
    next: 'Frage, wer das Telefon verwaltet, oder entferne das Profil unter Einstellungen › Allgemein › VPN & Geräteverwaltung.',
  }),
  'stale-pairing': (seen) => {
    const stale = seen.last('pairing.stale');
    return {
      sentence: `Das iPhone kennt diesen Computer nicht mehr${
        stale === undefined ? '' : `: sie haben sich ${stale.daysSinceContact} Tage nicht gesehen`
      }.`,
      safe: NOTHING_CHANGED,
      next: 'Entsperre das iPhone und tippe auf „Vertrauen“, wenn es fragt; Thaw macht sie neu miteinander bekannt.',
    };
  },
  'trust-denied': () => ({
    sentence: 'Auf dem iPhone wurde „Nicht vertrauen“ getippt, darum sagt es diesem Computer nichts.',
    safe: NOTHING_CHANGED,
    next: 'Zieh es ab, stecke es wieder an und tippe auf „Vertrauen“, wenn es fragt.',
  }),
  'trust-unanswered': (seen, amounts) => {
    const prompt = seen.last('prompt.waits', ({ what }) => what === 'trust');
    const since =
      prompt === undefined || prompt.seconds < 5 ? '' : `, seit ${amounts.duration(prompt.seconds)}`;
    const ended = seen.has('attempt.failed', ({ code }) => code === 'phone.trust-pending');
    return {
      sentence: ended
        ? 'Das iPhone hat gefragt, ob es diesem Computer vertrauen soll, und niemand hat geantwortet.'
        : `Das iPhone fragt, ob es diesem Computer vertrauen soll${since}.`,
      safe: NOTHING_CHANGED,
      next: 'Entsperre es, tippe auf „Vertrauen“ und gib den Code ein.',
    };
  },
};
