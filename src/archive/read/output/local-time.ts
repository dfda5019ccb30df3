const day = new Intl.DateTimeFormat('en', {
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

/** `2024-05-17`, where this computer is. */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** `14:03`, where this computer is. */
export function localTime(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `2024-05-17 14:03`. */
export function localMinute(at: Date): string {
  return `${localDay(at)} ${localTime(at)}`;
}

/** `Friday, May 17, 2024`. */
export function dayInWords(at: Date): string {
  return day.format(at);
}

/** `1:02:03`, `4:07`. */
export function durationInWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
