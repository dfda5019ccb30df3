import { bodyOf, type PhoneModel, screenOf } from './model.ts';
import { buttonsOf } from './spots.ts';

/** The case, the screen and the buttons; those in `lit` shine, one after the other. */
export function PhoneBody({ model, lit }: { readonly model: PhoneModel; readonly lit: readonly string[] }) {
  const body = bodyOf(model);
  const screen = screenOf(model);
  const old = model.face === 'home-button';
  const radius = old ? 19 : 28;
  return (
    <g>
      {buttonsOf(model).map(({ spot, side, y, length }) => (
        <rect
          key={spot}
          className={lit.includes(spot) ? `phone-button lit from-${side}` : 'phone-button'}
          style={{ '--turn': Math.max(0, lit.indexOf(spot)) }}
          x={side === 'left' ? body.x - 4.5 : body.x + body.width - 2.5}
          y={y}
          width={7}
          height={length}
          rx={2.5}
        />
      ))}
      <rect className="phone-case" {...body} rx={radius} />
      <rect
        className="phone-glass"
        x={body.x + 3}
        y={body.y + 3}
        width={body.width - 6}
        height={body.height - 6}
        rx={radius - 3}
      />
      <rect className="phone-screen" {...screen} rx={old ? 2 : radius - 8} />
      <Port model={model} lit={lit.includes('connector')} />
    </g>
  );
}

/** What lies over the picture of the screen, and tells one kind of phone from another at a glance. */
export function PhoneFace({ model, lit }: { readonly model: PhoneModel; readonly lit: readonly string[] }) {
  const body = bodyOf(model);
  const screen = screenOf(model);
  const middle = body.x + body.width / 2;
  switch (model.face) {
    case 'home-button': {
      const chin = (screen.y + screen.height + body.y + body.height) / 2;
      return (
        <>
          <rect className="phone-ear" x={middle - 12} y={body.y + 15} width={24} height={3.5} rx={1.75} />
          <circle className="phone-ear" cx={middle - 22} cy={body.y + 16.7} r={2.4} />
          <circle
            className={lit.includes('home') ? 'phone-home lit' : 'phone-home'}
            cx={middle}
            cy={chin}
            r={10.5}
          />
        </>
      );
    }
    case 'notch':
      return (
        <>
          <path
            className="phone-notch"
            d={`M${middle - 31} ${screen.y - 0.5}h62q-4.500 0-5 4.500-.5 8.500-9 8.500h-34q-8.500 0-9-8.500-.5-4.500-5-4.500Z`}
          />
          <rect className="phone-ear" x={middle - 9} y={screen.y + 2.5} width={18} height={2.6} rx={1.3} />
        </>
      );
    case 'island':
      return (
        <>
          <rect className="phone-notch" x={middle - 18} y={screen.y + 7} width={36} height={11} rx={5.5} />
          <circle className="phone-eye" cx={middle + 12} cy={screen.y + 12.5} r={2.2} />
        </>
      );
  }
}

/** Lightning is short and thin, USB-C wider and rounder. */
function Port({ model, lit }: { readonly model: PhoneModel; readonly lit: boolean }) {
  const body = bodyOf(model);
  const [width, height] = model.connector === 'usb-c' ? [22, 5] : [14, 3.5];
  return (
    <rect
      className={lit ? 'phone-port lit' : 'phone-port'}
      x={body.x + body.width / 2 - width / 2}
      y={body.y + body.height - height / 2 - 0.5}
      width={width}
      height={height}
      rx={model.connector === 'usb-c' ? height / 2 : 1}
    />
  );
}
