import './home.css';
import type { PhoneCard, PhonesAnswer } from '../../../src/server/contract/phones.ts';
import type { RunsAnswer } from '../../../src/server/contract/runs.ts';
import { useCall } from '../api/use-call.ts';
import { usePhones } from '../api/use-phones.ts';
import { Lead } from '../shell/lead.tsx';
import type { Speech } from '../words/speech.tsx';
import { useSpeech } from '../words/speech.tsx';
import { isSafe } from './is-safe.ts';
import { Lately } from './lately.tsx';
import { NoPhone } from './no-phone.tsx';
import { PhoneView } from './phone-view.tsx';
import { TryVirtual } from './try-virtual.tsx';

/** Every phone that is here; without one, how to bring one. */
export function Home() {
  const speech = useSpeech();
  const answer = usePhones();
  // A run that begins or ends shows in the phones; then the list of runs is asked for anew.
  const running = answer?.phones.map(({ run }) => run ?? '').join(' ');
  const runs = useCall<RunsAnswer>(running === undefined ? undefined : `/api/runs?seen=${running.trim()}`);
  if (answer === undefined) return <Lead>{speech.words.home.looking}</Lead>;
  return (
    <div className="stack">
      <Lead more={answer.phones.length === 0 ? <p>{speech.words.home.noneAbout}</p> : undefined}>
        {leadOf(answer, speech)}
      </Lead>
      {answer.phones.length === 0 ? <NoPhone problem={answer.problem} /> : undefined}
      <ul className="stack">
        {answer.phones.map((phone) => (
          <li key={phone.key}>
            <PhoneView
              phone={phone}
              cut={runs.answer?.runs.find(
                (run) => run.udid !== null && run.udid === phone.udid && run.kind === 'backup',
              )}
            />
          </li>
        ))}
      </ul>
      <TryVirtual phones={answer.phones} />
      <Lately runs={runs.answer?.runs ?? []} />
    </div>
  );
}

function leadOf({ phones }: PhonesAnswer, { words, amounts }: Speech): string {
  const { lead } = words.home;
  const [first] = phones;
  if (first === undefined) return lead.none;
  if (phones.length > 1) return lead.several(amounts.number(phones.length));
  return leadOfOne(first, words.home);
}

function leadOfOne(phone: PhoneCard, { lead, anIphone }: Speech['words']['home']): string {
  const name = phone.name ?? phone.model ?? anIphone;
  if (phone.run !== null) return lead.running(name);
  switch (phone.state) {
    case 'ready':
      return isSafe(phone) ? lead.safe(name) : lead.ready(name);
    case 'locked':
      return lead.locked(name);
    case 'not-trusted':
      return lead.notTrusted(name);
    case 'waiting-for-trust':
      return lead.waitingForTrust(name);
    default:
      return lead.trouble(name);
  }
}
