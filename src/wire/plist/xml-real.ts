/** A real as libplist writes it: C's `%.17g`, with words of its own for zero and the infinite. */
export function realText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? '+infinity' : '-infinity';
  if (value === 0) return '0.0';

  const sign = value < 0 ? '-' : '';
  const { digits, power } = roundedTo17(Math.abs(value));
  const isPlain = power >= -4 && power < 17;
  return sign + (isPlain ? plain(digits, power) : scientific(digits, power));
}

/** The 17 significant digits and the power of ten of the first. C rounds a tie to even, JavaScript upwards. */
function roundedTo17(value: number): { digits: string; power: number } {
  const evenTie = /^(\d\.\d{15}[02468])50*(e.*)$/.exec(value.toExponential(100));
  const text = evenTie ? `${evenTie[1]}${evenTie[2]}` : value.toExponential(16);
  const [mantissa = '', power] = text.split('e');
  return { digits: mantissa.replace('.', ''), power: Number(power) };
}

function plain(digits: string, power: number): string {
  if (power < 0) return withoutTail(`0.${'0'.repeat(-power - 1)}${digits}`);
  return withoutTail(`${digits.slice(0, power + 1)}.${digits.slice(power + 1)}`);
}

function scientific(digits: string, power: number): string {
  const mantissa = withoutTail(`${digits.slice(0, 1)}.${digits.slice(1)}`);
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

function withoutTail(decimal: string): string {
  return decimal.replace(/\.?0*$/, '');
}
