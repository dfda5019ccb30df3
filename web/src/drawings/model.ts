/** What of a phone its drawing shows. */
export interface PhoneModel {
  readonly face: 'home-button' | 'notch' | 'island';
  readonly connector: 'lightning' | 'usb-c';
  readonly size: PhoneSize;
}
export type PhoneSize = 'small' | 'regular' | 'large';

/** Smaller and larger ones by their marketing name; the proportions are those of the front. */
export function sizeOf(model: string | null | undefined): PhoneSize {
  if (model === null || model === undefined) return 'regular';
  if (/\b(mini|SE|5s|5c|iPhone 5)\b/.test(model)) return 'small';
  return /\b(Plus|Max)\b/.test(model) ? 'large' : 'regular';
}

/** Whose name is not known is drawn like a phone of today. */
export function modelOf(phone: {
  readonly family: PhoneModel['face'];
  readonly connector: PhoneModel['connector'];
  readonly model?: string | null;
}): PhoneModel {
  return { face: phone.family, connector: phone.connector, size: sizeOf(phone.model) };
}

/** The drawing's own units: the body stands in the middle of a canvas with room for marks around it. */
export const CANVAS = { width: 280, height: 330 } as const;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const BODIES: Readonly<Record<PhoneSize, { readonly width: number; readonly height: number }>> = {
  small: { width: 108, height: 226 },
  regular: { width: 118, height: 244 },
  large: { width: 128, height: 262 },
};
const FOOT = 292;

/** The outline of the phone. All stand on the same ground. */
export function bodyOf({ size, face }: PhoneModel): Box {
  const { width, height } = BODIES[size];
  const tall = face === 'home-button' ? height * 0.95 : height;
  return { x: (CANVAS.width - width) / 2, y: FOOT - tall, width, height: tall };
}

/** The screen within the outline. */
export function screenOf(model: PhoneModel): Box {
  const body = bodyOf(model);
  const side = 8;
  const ends = model.face === 'home-button' ? 34 : 8;
  return {
    x: body.x + side,
    y: body.y + ends,
    width: body.width - 2 * side,
    height: body.height - 2 * ends,
  };
}
