/** By the id of the remedy: what is being done, in one sentence. The English ones are in src/remedies/. */
export const remedies: Readonly<Record<string, string | undefined>> = {
  'wait-for-phone': 'Thaw wartet, bis das iPhone wieder da ist.',
};
