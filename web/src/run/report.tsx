import { useSpeech } from '../words/speech.tsx';

/** The report to download; it names nobody. */
export function Report({ run }: { readonly run: string }) {
  const { words } = useSpeech();
  const address = `/api/runs/${encodeURIComponent(run)}/report`;
  return (
    <section className="stack close">
      <h3>{words.run.done.report}</h3>
      <p className="soft small">{words.run.done.reportAbout}</p>
      <p className="row">
        <a className="button" href={`${address}.html`} download>
          {words.run.done.reportPage}
        </a>
        <a className="button" href={`${address}.json`} download>
          {words.run.done.reportData}
        </a>
      </p>
    </section>
  );
}
