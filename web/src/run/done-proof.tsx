import './done-proof.css';
import type { PhoneCard } from '../../../src/server/contract/phones.ts';
import { modelOf } from '../drawings/model.ts';
import { PhoneDrawing } from '../drawings/phone-drawing.tsx';
import { LineIcon } from '../parts/line-icon.tsx';
import { Shield } from '../parts/shield.tsx';
import { useSpeech } from '../words/speech.tsx';
import type { Story } from './story.ts';

const SIGNS = {
  time: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 7.500V12l3 2',
  folder: 'M3 7V5.500h6l2 2.500h10v10.500H3Z',
  locked: 'M6 11h12v9H6ZM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  open: 'M6 11h12v9H6ZM8.500 11V8a3.500 3.500 0 0 1 6.800-1',
} as const;

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
    <section className="card done-proof">
      <div className="done-seal">
        <PhoneDrawing
          model={
            phone === undefined ? { face: 'island', connector: 'usb-c', size: 'regular' } : modelOf(phone)
          }
          scene="safe"
        />
      </div>
      <ul className="done-facts">
        <li className="first">
          <Shield keeping="checked" size={24} />
          {backup.files > 0
            ? done.proof(amounts.number(backup.files), amounts.size(backup.bytes))
            : done.proofPlain}
        </li>
        <li>
          <LineIcon d={SIGNS.time} />
          <p>
            {done.took(amounts.duration(end.seconds))}
            {story.helped > 0 ? ` ${done.mended(story.helped, amounts.number(story.helped))}` : ''}
            {phone?.nextDue ? ` ${done.next(amounts.day(phone.nextDue))}` : ''}
          </p>
        </li>
        <li>
          <LineIcon d={backup.encrypted ? SIGNS.locked : SIGNS.open} />
          <p>
            {backup.encrypted ? done.encrypted : done.plain}, {backup.full ? done.full : done.partly}
          </p>
        </li>
        <li>
          <LineIcon d={SIGNS.folder} />
          <p>
            <span className="unseen">{done.where}: </span>
            <code>{backup.path}</code>
          </p>
        </li>
      </ul>
    </section>
  );
}
