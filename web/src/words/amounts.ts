import type { Language } from './language.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Figures as people of one language say them. */
export interface Amounts {
  /** `34 GB`, in thousands as Finder counts. */
  readonly size: (bytes: number) => string;
  /** `12 minutes` */
  readonly duration: (seconds: number) => string;
  /** `2:41` */
  readonly clock: (seconds: number) => string;
  /** `12 days ago` */
  readonly ago: (at: string | Date) => string;
  /** `10 November` */
  readonly day: (at: string | Date) => string;
  /** `10 November 2026 at 14:05` */
  readonly moment: (at: string | Date) => string;
  /** `14:05:09` */
  readonly time: (at: string | Date) => string;
  readonly number: (value: number) => string;
  /** `34 %`, 0…100 */
  readonly percent: (value: number) => string;
}

/** `now` in milliseconds, for what is said relative to it. */
export function amountsIn(language: Language, now: () => number): Amounts {
  const locale = language === 'en' ? 'en-GB' : language;
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const unit = (value: number, name: string, digits = 0): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: name === 'byte' || !name.endsWith('byte') ? 'long' : 'short',
      maximumFractionDigits: digits,
    }).format(value);
  return {
    size: (bytes) => {
      const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
      const value = bytes / 1000 ** step;
      return unit(value, UNITS[step] ?? 'byte', step > 0 && value < 10 ? 1 : 0);
    },
    duration: (seconds) => {
      const left = Math.max(0, Math.round(seconds));
      if (left < 90) return unit(left, 'second');
      if (left < 90 * MINUTE) return unit(Math.round(left / MINUTE), 'minute');
      if (left < 48 * HOUR) return unit(Math.round(left / HOUR), 'hour');
      return unit(Math.round(left / DAY), 'day');
    },
    clock: (seconds) => {
      const left = Math.max(0, Math.round(seconds));
      return `${Math.floor(left / MINUTE)}:${String(left % MINUTE).padStart(2, '0')}`;
    },
    ago: (at) => {
      const past = (new Date(at).getTime() - now()) / 1000;
      if (past > -90) return relative.format(0, 'minute');
      if (past > -90 * MINUTE) return relative.format(Math.round(past / MINUTE), 'minute');
      if (past > -24 * HOUR) return relative.format(Math.round(past / HOUR), 'hour');
      return relative.format(Math.round(past / DAY), 'day');
    },
    day: (at) => day.format(new Date(at)),
    moment: (at) => moment.format(new Date(at)),
    time: (at) => time.format(new Date(at)),
    number: (value) => whole.format(value),
    percent: (value) => share.format(value / 100),
  };
}
