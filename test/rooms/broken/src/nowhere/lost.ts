import { reach } from '../phone/reach.ts';

export const lost = (): unknown => reach;
