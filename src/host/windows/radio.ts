import { askText } from '../ask.ts';
import type { Radio } from '../network/radio.ts';

export async function windowsRadio(signal: AbortSignal): Promise<Radio | undefined> {
  return radioIn((await askText('netsh.exe', ['wlan', 'show', 'interfaces'], signal)) ?? '');
}

/**
 * The labels are translated (`Signal`, `Segnale`, `Signalstärke`), their values are not: the only share is the signal,
 * and what ends in GHz is the band. Windows counts 100 % as −50 dBm and 0 % as −100.
 */
export function radioIn(text: string): Radio | undefined {
  const [, percent] = /:\s*(\d{1,3})\s?%\s*$/m.exec(text) ?? [];
  const [, band] = /:\s*(\d(?:[.,]\d)?) GHz\s*$/m.exec(text) ?? [];
  if (percent === undefined) return undefined;
  const gigahertz = band === undefined ? undefined : Number(band.replace(',', '.'));
  return { dbm: Number(percent) / 2 - 100, ...(gigahertz !== undefined && { gigahertz }) };
}
