import { type ReactNode, Suspense } from 'react';
import { useServerContact } from '../api/server-contact.ts';
import { useSpeech } from '../words/speech.tsx';
import { Link } from './link.tsx';
import { ServerGone } from './server-gone.tsx';
import { TabIcon } from './tab-icon.tsx';
import { Thrown } from './thrown.tsx';
import type { Tab } from './views.tsx';

const TABS = [
  { tab: 'home', to: '/' },
  { tab: 'backups', to: '/backups' },
  { tab: 'icloud', to: '/icloud' },
  { tab: 'settings', to: '/settings' },
] as const;

/** What is around every view. */
export function Frame({
  path,
  tab,
  children,
}: {
  readonly path: string;
  readonly tab: Tab | undefined;
  readonly children: ReactNode;
}) {
  const { words } = useSpeech();
  const contact = useServerContact();
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {words.shell.skip}
      </a>
      <header className="bar">
        <Link to="/" className="mark">
          <TabIcon name="mark" />
          <span>Thaw</span>
        </Link>
        <nav className="tabs" aria-label={words.shell.tabs.label}>
          {TABS.map((one) => (
            <Link key={one.tab} to={one.to} current={one.tab === tab}>
              <TabIcon name={one.tab} />
              {words.shell.tabs[one.tab]}
            </Link>
          ))}
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        {contact === 'there' ? undefined : <ServerGone contact={contact} />}
        <Thrown key={path}>
          <Suspense fallback={<p className="soft">{words.shell.loading}</p>}>{children}</Suspense>
        </Thrown>
      </main>
    </div>
  );
}
