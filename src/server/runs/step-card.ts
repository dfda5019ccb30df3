import { modelKindOf, stepForPhone } from '../../app/guided-step.ts';
import type { StepCard } from '../contract/steps.ts';
import type { Standing } from './standing.ts';

/** The step that is needed now, for this very phone; null when none is. */
export function stepCardOf({ asked, phone }: Standing): StepCard | null {
  if (!asked) return null;
  const productType = asked.productType ?? phone?.productType ?? undefined;
  const { face, connector, buttons } = modelKindOf(productType);
  const known = stepForPhone(asked.step, productType, asked.facts);
  const actions = asked.actions ?? known?.actions ?? [];
  return {
    id: asked.step,
    sentence: asked.sentence ?? known?.sentence ?? '',
    actions,
    ...(asked.facts && { facts: asked.facts }),
    productType: productType ?? null,
    family: face,
    connector,
    buttons,
    drawing: known?.drawing ?? null,
    timer: timerOf(asked.step, actions),
    endsAt: asked.endsAt,
  };
}

/** Of steps whose buttons are held; by Apple's own instructions the logo comes after about ten seconds. */
const HOLD_SECONDS: ReadonlyMap<string, number> = new Map([['force-restart', 10]]);

function timerOf(step: string, actions: readonly string[]): StepCard['timer'] {
  const seconds = HOLD_SECONDS.get(step);
  if (seconds === undefined) return null;
  return actions.flatMap((text, action) => (/^Hold\b/.test(text) ? [{ action, seconds }] : []));
}
