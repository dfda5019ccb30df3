import { LineIcon } from './line-icon.tsx';

const SHIELD = 'M12 3l8 3v6c0 4.600-3.300 7.800-8 9-4.700-1.200-8-4.400-8-9V6Z';

/** How well something is kept: checked, there but not checked, not there, or damaged. The shape says it, the colour too. */
export type Keeping = 'checked' | 'unchecked' | 'none' | 'damaged';

const SIGNS: Readonly<Record<Keeping, string>> = {
  checked: `${SHIELD}M8.500 12l2.500 2.500 4.500-5`,
  unchecked: `${SHIELD}M9 12h6`,
  none: 'M12 3l8 3M20 9v3M18.500 17c-1.500 2-3.800 3.400-6.500 4M8.800 19.600c-3-1.600-4.800-4.300-4.800-7.600M4 9V6l5-1.900',
  damaged: `${SHIELD}M12 8v5M12 16v.5`,
};

export function Shield({ keeping, size = 22 }: { readonly keeping: Keeping; readonly size?: number }) {
  return <LineIcon d={SIGNS[keeping]} size={size} className={`shield ${keeping}`} />;
}
