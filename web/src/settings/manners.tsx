import { useId } from 'react';
import type { Settings, SettingsChange } from '../../../src/server/contract/settings.ts';
import { languageNames, languages } from '../words/language.ts';
import { useSpeech } from '../words/speech.tsx';

const THEMES = ['light', 'dark'] as const;
const BROWSER = '';

/** In which language and in which light the page shows itself. */
export function Manners({
  settings,
  onChange,
}: {
  readonly settings: Settings;
  readonly onChange: (change: SettingsChange) => void;
}) {
  const { words } = useSpeech();
  const [language, theme] = [useId(), useId()];
  const say = words.settings.look;
  return (
    <>
      <div className="field">
        <label htmlFor={language}>{say.language}</label>
        <select
          id={language}
          value={settings.language ?? BROWSER}
          onChange={({ target }) =>
            onChange({ language: languages.find((each) => each === target.value) ?? null })
          }
        >
          <option value={BROWSER}>{say.browser}</option>
          {languages.map((each) => (
            <option key={each} value={each} lang={each}>
              {languageNames[each]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={theme}>{say.theme}</label>
        <select
          id={theme}
          value={settings.theme ?? BROWSER}
          onChange={({ target }) => onChange({ theme: THEMES.find((each) => each === target.value) ?? null })}
        >
          <option value={BROWSER}>{say.browser}</option>
          {THEMES.map((each) => (
            <option key={each} value={each}>
              {say.themes[each]}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
