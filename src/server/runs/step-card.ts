import { modelKindOf, stepForPhone } from '../../app/guided-step.ts';
import { stepTiming } from '../../app/step-timing.ts';
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
    timer: stepTiming(asked.step, productType) ?? null,
    endsAt: asked.endsAt,
  };
}
