import type { PhoneCard } from '../../../src/server/contract/phones.ts';
import { LineIcon } from '../parts/line-icon.tsx';
import { useSpeech } from '../words/speech.tsx';

const SIGNS = {
  wifi: 'M4 10a11.500 11.500 0 0 1 16 0M7 13.500a7 7 0 0 1 10 0M12 18v.5',
  trusts: 'M5 12.500l4.500 4.500L19 7.500',
  else: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM12 7.500V13M12 16.500v.5',
} as const;

/** What is known of a phone beside its name. */
export function PhoneFacts({ phone }: { readonly phone: PhoneCard }) {
  const { words, amounts } = useSpeech();
  const { home } = words;
  const { name, model, iosVersion, battery, link, state } = phone;
  const kind = [model === name ? null : model, iosVersion === null ? null : `iOS ${iosVersion}`];
  return (
    <ul className="phone-facts">
      {kind.some((part) => part !== null) ? (
        <li>{kind.filter((part) => part !== null).join(' · ')}</li>
      ) : undefined}
      {battery === null ? undefined : (
        <li>
          <Battery {...battery} />
          {home.battery(amounts.percent(battery.percent), battery.charging)}
        </li>
      )}
      {link === 'wifi' ? (
        <li>
          <LineIcon d={SIGNS.wifi} size={18} />
          {home.wifi}
        </li>
      ) : undefined}
      <li className={state === 'ready' ? undefined : 'attention'}>
        <LineIcon d={state === 'ready' ? SIGNS.trusts : SIGNS.else} size={18} />
        {state === 'ready' ? home.trusts : home.states[state]}
      </li>
    </ul>
  );
}

/** As full as the phone’s own. */
function Battery({ percent, charging }: { readonly percent: number; readonly charging: boolean }) {
  return (
    <svg
      className={percent <= 20 && !charging ? 'battery low' : 'battery'}
      viewBox="0 0 26 14"
      width="26"
      height="14"
      aria-hidden="true"
    >
      <rect className="battery-case" x={1} y={1} width={21} height={12} rx={3.5} />
      <path className="battery-case" d="M24.500 5v4" />
      <rect
        className="battery-fill"
        x={3.5}
        y={3.5}
        width={Math.max(2, (16 * percent) / 100)}
        height={7}
        rx={1.5}
      />
    </svg>
  );
}
