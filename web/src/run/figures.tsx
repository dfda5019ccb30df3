import { useSpeech } from '../words/speech.tsx';
import { carriedIn } from './carried.ts';
import type { Story } from './story.ts';

/** Numbers people can use; none while nobody knows them. */
export function Figures({ story, quiet }: { readonly story: Story; readonly quiet: boolean }) {
  const { words, amounts } = useSpeech();
  const { figures } = words.run;
  const { progress, verify, phase } = story;
  const { bytes, files } = carriedIn(story.before, progress);
  if (phase === 'verifying' && verify !== null) {
    return (
      <p className="figures soft">
        {figures.checked(amounts.number(verify.files), amounts.number(verify.of))}
      </p>
    );
  }
  if (bytes === 0) return undefined;
  const idle = quiet || phase !== 'sending' || progress === null;
  const secondsLeft = progress?.secondsLeft;
  return (
    <dl className="run-figures">
      <Figure name={figures.received} value={amounts.size(bytes)} />
      <Figure name={figures.files} value={amounts.number(files)} />
      <Figure
        name={figures.rate}
        value={idle ? figures.unknown : figures.perSecond(amounts.size(progress.bytesPerSecond))}
      />
      <Figure
        name={figures.left}
        value={
          idle || secondsLeft === undefined ? figures.unknown : figures.about(amounts.duration(secondsLeft))
        }
      />
    </dl>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
