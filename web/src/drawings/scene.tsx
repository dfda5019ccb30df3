import { type PhoneModel, screenOf } from './model.ts';
import { SCENES } from './scenes.tsx';

/** What the screen of a phone shows; one that nobody drew shows its home screen. */
export function Scene({ name, model }: { readonly name: string; readonly model: PhoneModel }) {
  const screen = screenOf(model);
  const draw = SCENES.get(name) ?? SCENES.get('plain');
  return (
    <>
      <rect
        className={name === 'dark' ? 'scene-dark' : 'scene-paper'}
        {...screen}
        rx={model.face === 'home-button' ? 2 : 20}
      />
      <g
        className={`scene scene-is-${name}`}
        transform={`translate(${screen.x + screen.width / 2} ${screen.y + screen.height / 2 + 4})`}
      >
        {draw?.()}
      </g>
    </>
  );
}
