import { useEffect, useRef } from 'react';
import type { BackupSummaryAnswer } from '../../../../src/server/contract/browse.ts';
import { Link } from '../../shell/link.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupView } from '../addresses.ts';
import { INSIDE, type InsideView } from './views.ts';

/** The kinds of things in a backup, with how many there are of each. */
export function InsideNav({
  id,
  view,
  summary,
}: {
  readonly id: string;
  readonly view: InsideView;
  readonly summary: BackupSummaryAnswer;
}) {
  const { words, amounts } = useSpeech();
  const counts: Readonly<Record<InsideView, number | null>> = {
    photos: summary.photos,
    messages: summary.conversations,
    contacts: summary.contacts,
    files: summary.entries,
    search: null,
  };
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the kind that is shown may lie beyond the edge.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is another kind.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [view]);
  return (
    <nav ref={nav} className="inside-nav" aria-label={words.inside.kinds.label}>
      {INSIDE.map((each) => (
        <Link key={each} to={backupView(id, each)} current={each === view}>
          <span>{words.inside.kinds[each]}</span>
          {counts[each] === null ? undefined : (
            <span className="small figures">{amounts.number(counts[each])}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
