import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** The phone shows this network another address than the one by which programs look for it. */
export const privateWifiAddress: Cause = {
  id: 'private-wifi-address',
  requirements: ['B7', 'D3'],
  // Three of seven cases in which a phone was not found on Wi-Fi.
  prior: 4,
  signs: [
    given('wifi.private-address', 2000, ({ offersItself }) => offersItself),
    given('wifi.private-address', 100),
    // It is no hindrance to one that is found.
    given('wifi.lost', 1 / 10),
    failedWith(1.5, 'phone.none', 'phone.absent'),
  ],
  tell: () => ({
    sentence:
      'In this network the iPhone uses a private Wi-Fi address: programs that know it by its own address do not find it over Wi-Fi.',
    safe: NOTHING_CHANGED,
    next: 'On the iPhone: Settings › Wi-Fi › the ⓘ beside this network › Private Wi-Fi Address › Off. Or use the cable, which does not care.',
  }),
};
