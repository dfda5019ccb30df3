import { useSpeech } from '../words/speech.tsx';
import { Lead } from './lead.tsx';
import { Link } from './link.tsx';

export function NotFound() {
  const { words } = useSpeech();
  return (
    <div className="stack">
      <Lead>{words.shell.notFound.lead}</Lead>
      <p>
        <Link to="/" className="button main">
          {words.shell.notFound.home}
        </Link>
      </p>
    </div>
  );
}
