import type { PhoneCard } from '../../../../src/server/contract/phones.ts';
import { usePhones } from '../../api/use-phones.ts';
import { Lead } from '../../shell/lead.tsx';
import { Link } from '../../shell/link.tsx';
import { useSpeech } from '../../words/speech.tsx';
import { backupView } from '../addresses.ts';
import { BackLink } from '../inside/back-link.tsx';
import { useBackup } from '../use-backups.ts';
import type { ReadyPhone } from './choose-phone.tsx';
import { RestoreForm } from './restore-form.tsx';

/** Puts a backup on to a phone: which one, what stands in the way, and how. The consent itself is asked in the run. */
export function Restore({ id }: { readonly id: string }) {
  const { words, amounts } = useSpeech();
  const { backup } = useBackup(id);
  const phones = usePhones()?.phones.filter(isReady);
  const say = words.backups.restore;
  return (
    <div className="stack story">
      <BackLink to={backupView(id)}>{words.inside.back}</BackLink>
      <Lead more={<p>{say.about}</p>}>
        {backup?.at
          ? say.leadOf(backup.phoneName ?? words.backups.anIphone, amounts.day(backup.at))
          : say.lead}
      </Lead>
      {phones === undefined || phones.length === 0 ? (
        <NoPhone looking={phones === undefined} />
      ) : (
        <RestoreForm id={id} phones={phones} backup={backup} />
      )}
    </div>
  );
}

function NoPhone({ looking }: { readonly looking: boolean }) {
  const { words } = useSpeech();
  const say = words.backups.restore;
  if (looking) return <p role="status">{words.shell.loading}</p>;
  return (
    <div className="stack close">
      <p role="status">{say.noPhone}</p>
      <p>
        <Link to="/" className="button main">
          {say.toPhones}
        </Link>
      </p>
    </div>
  );
}

/** Also a locked one: what stands in the way then says so. */
function isReady(phone: PhoneCard): phone is ReadyPhone {
  return phone.udid !== null && (phone.state === 'ready' || phone.state === 'locked');
}
