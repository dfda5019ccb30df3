import { useId } from 'react';
import type { Settings, SettingsChange } from '../../../src/server/contract/settings.ts';
import { useSpeech } from '../words/speech.tsx';
import { Section } from './section.tsx';

const KEPT = [0, 1, 3, 5, 10, 30] as const;
const DAYS = [1, 3, 7, 14, 30, 90] as const;
const ALL = 'all';

/** How many earlier states are kept, and when the next backup is due. */
export function Numbers({
  settings,
  onChange,
}: {
  readonly settings: Settings;
  readonly onChange: (change: SettingsChange) => void;
}) {
  const { words, amounts } = useSpeech();
  const [kept, due] = [useId(), useId()];
  const say = words.settings;
  const { historyKept, dueAfterDays } = settings;
  return (
    <>
      <Section title={say.history.title} about={say.history.about}>
        <div className="field">
          <label htmlFor={kept}>{say.history.kept}</label>
          <select
            id={kept}
            value={historyKept ?? ALL}
            onChange={({ target }) =>
              onChange({ historyKept: target.value === ALL ? null : Number(target.value) })
            }
          >
            <option value={ALL}>{say.history.all}</option>
            {withOwn(KEPT, historyKept).map((count) => (
              <option key={count} value={count}>
                {count === 0 ? say.history.none : say.history.some(count, amounts.number(count))}
              </option>
            ))}
          </select>
        </div>
      </Section>
      <Section title={say.due.title} about={say.due.about}>
        <div className="field">
          <label htmlFor={due}>{say.due.after}</label>
          <select
            id={due}
            value={dueAfterDays}
            onChange={({ target }) => onChange({ dueAfterDays: Number(target.value) })}
          >
            {withOwn(DAYS, dueAfterDays).map((count) => (
              <option key={count} value={count}>
                {say.due.days(count, amounts.number(count))}
              </option>
            ))}
          </select>
        </div>
      </Section>
    </>
  );
}

/** What is chosen may have been chosen elsewhere, and is none of the usual. */
function withOwn(usual: readonly number[], own: number | null): readonly number[] {
  const all = own === null || usual.includes(own) ? usual : [...usual, own];
  return all.toSorted((one, other) => one - other);
}
