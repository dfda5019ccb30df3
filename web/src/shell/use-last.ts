import { useRef } from 'react';

/** What was last known while nothing newer is: a phone that dropped off its cable is still the same phone. */
export function useLast<Known>(known: Known | undefined): Known | undefined {
  const last = useRef(known);
  if (known !== undefined) last.current = known;
  return last.current;
}
