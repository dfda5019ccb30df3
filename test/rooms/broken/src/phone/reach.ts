import { lost } from '../nowhere/lost.ts';

export const reach = (): unknown => lost;
