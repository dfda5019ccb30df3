import { Frame } from './shell/frame.tsx';
import { usePath } from './shell/router.ts';
import { useManner } from './shell/settings-store.ts';
import { viewAt } from './shell/views.tsx';
import { SpeechProvider } from './words/speech.tsx';

/** The page as a whole. */
export function Page() {
  const { speech } = useManner();
  const path = usePath();
  const { view, tab } = viewAt(path);
  return (
    <SpeechProvider speech={speech}>
      <Frame path={path} tab={tab}>
        {view}
      </Frame>
    </SpeechProvider>
  );
}
