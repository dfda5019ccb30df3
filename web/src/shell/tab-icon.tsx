import { LineIcon } from '../parts/line-icon.tsx';

const PATHS = {
  /** A drop and what is left of the ice. */
  mark: 'M12 3c3.6 4.4 5.6 7.4 5.6 10.2a5.6 5.6 0 0 1-11.2 0C6.4 10.4 8.4 7.4 12 3ZM9.6 13.600a2.6 2.6 0 0 0 2.6 2.6',
  home: 'M8 3h8a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM10.5 18h3',
  backups:
    'M4 7c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3ZM4 7v10c0 1.7 3.6 3 8 3s8-1.3 8-3V7M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3',
  icloud: 'M7.5 19a4.5 4.5 0 0 1-.6-8.96 5.5 5.5 0 0 1 10.64 1.060A4 4 0 0 1 17 19Z',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0 2 2 0 0 0-4 0ZM7 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0Z',
} as const;

/** The sign of a tab, and of Thaw itself. */
export function TabIcon({ name }: { readonly name: keyof typeof PATHS }) {
  return <LineIcon d={PATHS[name]} size={name === 'mark' ? 28 : 20} />;
}
