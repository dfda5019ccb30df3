import './icloud.css';
import { useState } from 'react';
import type { PhoneCard } from '../../../src/server/contract/phones.ts';
import { usePhones } from '../api/use-phones.ts';
import { Lead } from '../shell/lead.tsx';
import { Link } from '../shell/link.tsx';
import { useSpeech } from '../words/speech.tsx';
import { PhoneCloud } from './phone-cloud.tsx';

/** The iCloud backup of a phone at this computer. `rest` of the address may name the phone. */
export function Icloud({ rest }: { readonly rest: string }) {
  const { words } = useSpeech();
  const phones = usePhones()?.phones.filter(hasUdid);
  const [picked, setPicked] = useState(rest);
  const say = words.icloud;
  if (phones === undefined) return <Lead live>{say.looking}</Lead>;
  const phone = phones.find(({ udid }) => udid === picked) ?? phones[0];
  if (phone === undefined) {
    return (
      <div className="stack">
        <Lead more={<p>{say.noneAbout}</p>}>{say.none}</Lead>
        <p>
          <Link to="/" className="button main">
            {say.toPhones}
          </Link>
        </p>
        <p className="soft small">{say.never}</p>
      </div>
    );
  }
  return (
    <div className="stack">
      {phones.length < 2 ? undefined : (
        <fieldset className="row plain phones">
          <legend className="unseen">{say.which}</legend>
          {phones.map(({ udid, name }) => (
            <label key={udid} className="tag phone-tag">
              <input
                type="radio"
                name="phone"
                checked={udid === phone.udid}
                onChange={() => setPicked(udid)}
              />
              {name ?? words.backups.anIphone}
            </label>
          ))}
        </fieldset>
      )}
      <PhoneCloud key={phone.udid} phone={phone} />
    </div>
  );
}

function hasUdid(phone: PhoneCard): phone is PhoneCard & { readonly udid: string } {
  return phone.udid !== null;
}
