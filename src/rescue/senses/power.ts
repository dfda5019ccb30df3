import { powerState } from '../../host/power/power.ts';
import type { Perceiving } from './sense.ts';

const EVERY_MS = 60_000;
/** On its battery a computer goes to sleep by itself at a few percent, whatever runs. */
const LOW_PERCENT = 15;

/** Tells when this computer's own battery comes to its end, and when it is on mains again. Until the signal aborts. */
export async function powerSense({ clock, tell }: Perceiving, signal: AbortSignal): Promise<void> {
  for (let told = false; ; ) {
    const power = await powerState(signal);
    const isLow = power !== undefined && !power.onMains && (power.percent ?? 100) <= LOW_PERCENT;
    if (power && (isLow || told)) {
      const { onMains, percent } = power;
      const facts = { onMains, ...(percent !== undefined && { percent }) };
      tell({ kind: 'computer.power', source: 'computer', facts });
    }
    told = isLow;
    await clock.sleep(EVERY_MS, signal);
  }
}
