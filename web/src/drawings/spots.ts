import { bodyOf, type PhoneModel, screenOf } from './model.ts';

type Point = readonly [x: number, y: number];

/** Where a hand goes, and where its number stands beside the phone. */
export function placeOf(
  spot: string,
  model: PhoneModel,
): { readonly at: Point; readonly label: Point } | undefined {
  const body = bodyOf(model);
  const screen = screenOf(model);
  const left = body.x - 2;
  const right = body.x + body.width + 2;
  const middle = body.x + body.width / 2;
  const up = body.y + body.height * 0.27;
  const down = body.y + body.height * 0.39;
  switch (spot) {
    case 'home': {
      const chin = (screen.y + screen.height + body.y + body.height) / 2;
      return { at: [middle, chin], label: [right + 46, chin] };
    }
    case 'side':
      return { at: [right, body.y + body.height * 0.33], label: [right + 46, body.y + body.height * 0.33] };
    case 'top':
      return { at: [body.x + body.width * 0.78, body.y - 2], label: [right + 40, body.y - 2] };
    case 'volume-up':
      return { at: [left, up], label: [left - 46, up - 8] };
    case 'volume-down':
      return { at: [left, down], label: [left - 46, down + 10] };
    case 'connector':
      return { at: [middle, body.y + body.height + 6], label: [middle + 70, body.y + body.height + 14] };
    case 'screen':
      return {
        at: [middle, screen.y + screen.height * 0.55],
        label: [right + 46, screen.y + screen.height * 0.55],
      };
    case 'control-centre':
      return model.face === 'home-button'
        ? { at: [middle, screen.y + screen.height - 8], label: [right + 46, screen.y + screen.height - 30] }
        : { at: [body.x + body.width * 0.82, body.y + 16], label: [right + 44, body.y + 6] };
    default:
      return undefined;
  }
}

/** The buttons on the rim: where each lies, and how long it is. */
export function buttonsOf(model: PhoneModel): readonly {
  readonly spot: string;
  readonly side: 'left' | 'right';
  readonly y: number;
  readonly length: number;
}[] {
  const { y, height } = bodyOf(model);
  return [
    { spot: 'volume-up', side: 'left', y: y + height * 0.235, length: height * 0.075 },
    { spot: 'volume-down', side: 'left', y: y + height * 0.345, length: height * 0.075 },
    { spot: 'side', side: 'right', y: y + height * 0.26, length: height * 0.14 },
  ];
}
