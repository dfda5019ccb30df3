import { reach } from '../../src/phone/reach.ts';

export const view = (): unknown => reach;
