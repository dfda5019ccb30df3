import { defineFault, whenOver } from '../fault.ts';

/** The phone falls asleep, as it does off the charger: on Wi-Fi it is gone until it wakes; the cable keeps it awake. */
export const sleep = defineFault('sleep', { falls: 'phone', seconds: 40 }, {}, (strike) => {
  const { wifi } = strike.phone;
  wifi.sleep();
  whenOver(strike, () => wifi.wake());
});
