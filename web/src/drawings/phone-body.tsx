import { bodyOf, type PhoneModel, screenOf } from './model.ts';
import { buttonsOf } from './spots.ts';

/** The case, the screen and the buttons; those in `lit` shine. */
export function PhoneBody({ model, lit }: { readonly model: PhoneModel; readonly lit: readonly string[] }) {
  const body = bodyOf(model);
  const screen = screenOf(model);
  const radius = model.face === 'home-button' ? 18 : 27;
  return (
    <g>
      {buttonsOf(model).map(({ spot, side, y, length }) => (
        <rect
          key={spot}
          className={lit.includes(spot) ? 'phone-button lit' : 'phone-button'}
          x={side === 'left' ? body.x - 4 : body.x + body.width - 1}
          y={y}
          width={5}
          height={length}
          rx={2}
        />
      ))}
      <rect className="phone-case" {...body} rx={radius} />
      <rect className="phone-screen" {...screen} rx={model.face === 'home-button' ? 2 : radius - 6} />
      <Face model={model} lit={lit.includes('home')} />
      <Port model={model} lit={lit.includes('connector')} />
    </g>
  );
}

function Face({ model, lit }: { readonly model: PhoneModel; readonly lit: boolean }) {
  const body = bodyOf(model);
  const middle = body.x + body.width / 2;
  switch (model.face) {
    case 'home-button':
      return (
        <>
          <rect className="phone-dark" x={middle - 12} y={body.y + 15} width={24} height={3.5} rx={1.75} />
          <circle
            className={lit ? 'phone-home lit' : 'phone-home'}
            cx={middle}
            cy={body.y + body.height - 16}
            r={10.5}
          />
        </>
      );
    case 'notch':
      return (
        <path
          className="phone-notch"
          d={`M${middle - 27} ${body.y + 5.5}h54q-5 0-5.5 5.500q-1 6.5-7.5 6.500h-28q-6.5 0-7.5-6.500q-.5-5.5-5.5-5.500Z`}
        />
      );
    case 'island':
      return <rect className="phone-notch" x={middle - 17} y={body.y + 13} width={34} height={10} rx={5} />;
  }
}

/** Lightning is short and thin, USB-C wider and rounder. */
function Port({ model, lit }: { readonly model: PhoneModel; readonly lit: boolean }) {
  const body = bodyOf(model);
  const width = model.connector === 'usb-c' ? 22 : 15;
  return (
    <rect
      className={lit ? 'phone-port lit' : 'phone-port'}
      x={body.x + body.width / 2 - width / 2}
      y={body.y + body.height - 2.5}
      width={width}
      height={model.connector === 'usb-c' ? 5 : 3.5}
      rx={model.connector === 'usb-c' ? 2.5 : 1}
    />
  );
}
