import './settings.css';
import { useState } from 'react';
import type { SettingsChange } from '../../../src/server/contract/settings.ts';
import { Trouble } from '../parts/trouble.tsx';
import { Lead } from '../shell/lead.tsx';
import { Link } from '../shell/link.tsx';
import { changeSettings, useManner } from '../shell/settings-store.ts';
import { useSpeech } from '../words/speech.tsx';
import { Destination } from './destination.tsx';
import { LookedInto } from './looked-into.tsx';
import { Manners } from './manners.tsx';
import { Numbers } from './numbers.tsx';
import { Section } from './section.tsx';

/** What a person chooses once and for all. Each change is saved as it is made. */
export function Settings() {
  const { words } = useSpeech();
  const { settings } = useManner();
  const [state, setState] = useState<'saved' | 'idle'>('idle');
  const [error, setError] = useState<unknown>(undefined);
  const say = words.settings;
  if (settings === null) return <Lead>{words.shell.loading}</Lead>;
  const change = (wanted: SettingsChange): void => {
    setState('idle');
    setError(undefined);
    changeSettings(wanted).then(() => setState('saved'), setError);
  };
  return (
    <div className="stack settings">
      <Lead more={<p>{say.about}</p>}>{say.lead}</Lead>
      {error === undefined ? undefined : <Trouble error={error} />}
      <Section title={say.destination.title}>
        <Destination settings={settings} onChange={change} />
      </Section>
      <Section title={say.encryption.title} about={say.encryption.about}>
        <label className="check">
          <input
            type="checkbox"
            checked={settings.encryption}
            onChange={(event) => change({ encryption: event.target.checked })}
          />
          {say.encryption.on}
        </label>
      </Section>
      <Numbers settings={settings} onChange={change} />
      <Section title={say.folders.title}>
        <LookedInto folders={settings.folders} onChange={change} />
      </Section>
      <Section title={say.look.title}>
        <Manners settings={settings} onChange={change} />
      </Section>
      <div className="row">
        <Link to="/" className="button main">
          {say.home}
        </Link>
        <p role="status" className="soft">
          {state === 'saved' ? say.saved : ''}
        </p>
      </div>
    </div>
  );
}
