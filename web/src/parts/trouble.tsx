import type { Problem } from '../../../src/server/contract/problem.ts';
import { ProblemError, ServerGoneError } from '../api/call.ts';
import { useSpeech } from '../words/speech.tsx';

/** Anything that was thrown, for people: what happened, what is safe, the one next step; the code small beside it. */
export function Trouble({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const { words } = useSpeech();
  return (
    <div className="notice you" role="alert">
      {error instanceof ProblemError ? (
        <ProblemWords problem={error.problem} />
      ) : (
        <Unforeseen error={error} />
      )}
      {again === undefined ? undefined : (
        <p>
          <button type="button" className="button" onClick={again}>
            {words.shell.again}
          </button>
        </p>
      )}
    </div>
  );
}

function Unforeseen({ error }: { readonly error: unknown }) {
  const { words } = useSpeech();
  if (error instanceof ServerGoneError) return <strong>{words.shell.gone.lead}</strong>;
  return (
    <>
      <strong>{words.shell.trouble}</strong>
      <code>{error instanceof Error ? error.message : String(error)}</code>
    </>
  );
}

/** The server's words for a problem, in the page's language. */
export function ProblemWords({ problem }: { readonly problem: Problem }) {
  const { words, server } = useSpeech();
  const { told, lang } = server.problem(problem);
  return (
    <div className="stack tight" lang={lang}>
      <strong>{told.what}</strong>
      {told.safe === '' ? undefined : <p>{told.safe}</p>}
      {told.next === '' ? undefined : <p>{told.next}</p>}
      <p className="soft small">
        <code>{words.shell.code(problem.code)}</code>
      </p>
    </div>
  );
}
