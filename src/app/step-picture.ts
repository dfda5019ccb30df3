import { svgOf } from '../guide/drawings/svg.ts';
import { textOf } from '../guide/drawings/text.ts';
import { stepNamed } from '../guide/steps.ts';
import { modelOf } from '../phone/models.ts';

/** What a guided step looks like on this very phone; undefined for a step nobody drew. */
export interface StepPicture {
  /** A whole SVG document. */
  readonly svg: string;
  /** The same in letters, for terminals. */
  readonly text: string;
}

export function stepPicture(step: string, productType: string | undefined): StepPicture | undefined {
  const model = modelOf(productType);
  const plan = stepNamed(step)?.drawing(model);
  return plan && { svg: svgOf(plan, model), text: textOf(plan, model) };
}
