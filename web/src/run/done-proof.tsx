import type { PhoneCard } from '../../../src/server/contract/phones.ts';
import { modelOf } from '../drawings/model.ts';
import { PhoneDrawing } from '../drawings/phone-drawing.tsx';
import { useSpeech } from '../words/speech.tsx';
import type { Story } from './story.ts';

/** Done is a moment: what was saved, that it was checked, where it lies, when the next one is due. */
export function DoneProof({
  story,
  phone,
}: {
  readonly story: Story;
  readonly phone: PhoneCard | undefined;
}) {
  const { words, amounts } = useSpeech();
  const { done } = words.run;
  const { end } = story;
  const backup = end?.backup ?? null;
  if (end === null || backup === null) return undefined;
  return (
    <section className="card stack">
      <div className="done-head">
        <div className="done-seal">
          <PhoneDrawing
            model={
              phone === undefined ? { face: 'island', connector: 'usb-c', size: 'regular' } : modelOf(phone)
            }
            scene="safe"
          />
        </div>
        <div className="stack close">
          <p>
            {backup.files > 0
              ? done.proof(amounts.number(backup.files), amounts.size(backup.bytes))
              : done.proofPlain}
          </p>
          <p className="soft">
            {done.took(amounts.duration(end.seconds))}
            {story.helped > 0 ? ` ${done.mended(story.helped, amounts.number(story.helped))}` : ''}
            {phone?.nextDue ? ` ${done.next(amounts.day(phone.nextDue))}` : ''}
          </p>
        </div>
      </div>
      <dl className="facts">
        <div>
          <dt>{done.where}</dt>
          <dd>
            <code>{backup.path}</code>
          </dd>
        </div>
      </dl>
      <p className="row">
        <span className={backup.encrypted ? 'tag good' : 'tag'}>
          {backup.encrypted ? done.encrypted : done.plain}
        </span>
        <span className="tag">{backup.full ? done.full : done.partly}</span>
      </p>
    </section>
  );
}
