import { maybeBooleanIn, maybeStringIn } from '../../wire/plist/access.ts';
import { type Check, fine } from './check.ts';

const WIRELESS_DOMAIN = 'com.apple.mobile.wireless_lockdown';
const SHOWN_ADDRESS = /^((?:[0-9a-f]{2}:){5}[0-9a-f]{2})@/i;

/**
 * Whether the phone can be backed up over Wi-Fi. The name by which it offers itself has the Wi-Fi address that this
 * network knows it by: a private one is not what programs look for.
 */
export const wifi: Check = {
  id: 'wifi',
  title: 'the Wi-Fi connection to the phone',
  requirements: ['B7', 'D3'],
  async look({ phone }, signal) {
    if (!phone) return undefined;
    const domain = await phone.domain(WIRELESS_DOMAIN, signal);
    const offersItself = maybeBooleanIn(domain, 'EnableWifiConnections') === true;
    const own = (phone.wifiAddressAtPairing ?? maybeStringIn(phone.values, 'WiFiAddress'))?.toLowerCase();
    const [, shown] = SHOWN_ADDRESS.exec(maybeStringIn(domain, 'BonjourFullServiceName') ?? '') ?? [];
    if (own !== undefined && shown !== undefined && shown.toLowerCase() !== own)
      return {
        standing: 'note',
        sentence:
          'In this network the iPhone goes by a private Wi-Fi address: over Wi-Fi this computer may not find it.',
        next: 'For backups over Wi-Fi: Settings › Wi-Fi › the ⓘ beside this network › Private Wi-Fi Address › Off. The cable does not care.',
        evidence: [{ kind: 'wifi.private-address', source: 'lockdown', facts: { offersItself } }],
      };
    if (phone.device.connection === 'network')
      return {
        standing: 'note',
        sentence: 'The iPhone is connected over Wi-Fi: a backup works, and takes several times as long.',
        next: 'With the cable it is faster, and charges meanwhile.',
        evidence: [],
      };
    return fine(
      offersItself
        ? 'The iPhone also offers itself over Wi-Fi.'
        : 'The iPhone is on the cable, and does not offer itself over Wi-Fi.',
    );
  },
};
