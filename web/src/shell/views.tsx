import { lazy, type ReactNode } from 'react';
import { BackUp } from '../back-up/back-up.tsx';
import { Home } from '../home/home.tsx';
import { NotFound } from './not-found.tsx';
import { match } from './router.ts';

export type Tab = 'home' | 'backups' | 'icloud' | 'settings';

/** What the first view does not need comes when it is gone to. */
const Run = lazy(() => import('../run/run.tsx').then(({ Run }) => ({ default: Run })));
const Backups = lazy(() => import('../backups/backups.tsx').then(({ Backups }) => ({ default: Backups })));
const Icloud = lazy(() => import('../icloud/icloud.tsx').then(({ Icloud }) => ({ default: Icloud })));
const Settings = lazy(() =>
  import('../settings/settings.tsx').then(({ Settings }) => ({ default: Settings })),
);

type Parts = Readonly<Record<string, string>>;

/** Every address of the page. `rest` is what follows, for views that have views of their own. */
const VIEWS: readonly {
  readonly pattern: string;
  readonly tab: Tab;
  readonly show: (parts: Parts) => ReactNode;
}[] = [
  { pattern: '/', tab: 'home', show: () => <Home /> },
  {
    pattern: '/phones/:udid/back-up',
    tab: 'home',
    show: ({ udid = '' }) => <BackUp key={udid} udid={udid} />,
  },
  { pattern: '/runs/:run', tab: 'home', show: ({ run = '' }) => <Run key={run} run={run} /> },
  { pattern: '/backups/*', tab: 'backups', show: ({ rest = '' }) => <Backups rest={rest} /> },
  { pattern: '/icloud/*', tab: 'icloud', show: ({ rest = '' }) => <Icloud rest={rest} /> },
  { pattern: '/settings', tab: 'settings', show: () => <Settings /> },
];

export function viewAt(path: string): { readonly view: ReactNode; readonly tab: Tab | undefined } {
  for (const { pattern, tab, show } of VIEWS) {
    const parts = match(pattern, path);
    if (parts !== undefined) return { view: show(parts), tab };
  }
  return { view: <NotFound />, tab: undefined };
}
