import { computerSteps } from './steps/at-the-computer.ts';
import { networkSteps } from './steps/icloud-and-network.ts';
import { phoneSteps } from './steps/on-the-phone.ts';
import { buttonSteps } from './steps/phone-buttons.ts';
import type { StepInGerman } from './steps/step-in-german.ts';

/** By the id of the guided step; the English ones are in src/guide/steps/<id>.ts. */
export const steps: Readonly<Record<string, StepInGerman | undefined>> = {
  ...phoneSteps,
  ...buttonSteps,
  ...computerSteps,
  ...networkSteps,
};
