/** Scenarios of scenarios/, in the order in which the page offers them. */
export const stories = [
  'cable-out-three-times',
  'passcode-when-asked',
  'phone-frozen-force-restart',
  'phone-restarts-unlocked-when-asked',
  'battery-dies-charged-when-asked',
  'bad-file-deleted-when-asked',
  'daemon-silent-until-restart',
  'pairing-forgotten',
  'healthy-slow-link',
] as const;
