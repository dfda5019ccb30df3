import type { StepFacts } from '../../../../../src/guide/guided-step.ts';
import type { ModelKind } from '../../../../../src/guide/model-kind.ts';

interface StepInGerman {
  readonly sentence: (facts: StepFacts) => string;
  readonly actions: (model: ModelKind, facts: StepFacts) => readonly string[];
  /** Of the drawing, for those who cannot see it. */
  readonly caption: string;
}

/** By the id of the guided step; the English ones are in src/guide/steps/<id>.ts. */
export const steps: Readonly<Record<string, StepInGerman | undefined>> = {
  unlock: {
    sentence: () => 'Das iPhone ist gesperrt: Bitte entsperre es und lass es einen Moment entsperrt.',
    actions: ({ face }) => [
      face === 'home-button' ? 'Drücke die Home-Taste.' : 'Nimm das Telefon hoch und wische nach oben.',
      'Gib seinen Code ein.',
    ],
    caption: 'Ein Telefon, das sein Zahlenfeld zeigt',
  },
  passcode: {
    sentence: () => 'Das iPhone wartet auf seinen Code, bevor es das Backup beginnt: Bitte gib ihn dort ein.',
    actions: () => [
      'Nimm das iPhone in die Hand und wecke es auf.',
      'Gib den Code ein, wo es danach fragt. Face ID oder Touch ID reicht hier nicht.',
    ],
    caption: 'Ein Telefon, das sein Zahlenfeld zeigt',
  },
};
