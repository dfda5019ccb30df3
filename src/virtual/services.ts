import type { Service } from './service.ts';

/** Every service lockdownd can start, by its name. */
export const services: ReadonlyMap<string, Service> = new Map<string, Service>([
  [
    'com.apple.mobilebackup2',
    async (context) => (await import('./services/mobilebackup2.ts')).mobilebackup2(context),
  ],
]);
