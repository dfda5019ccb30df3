import type { VirtualPhone } from './phone.ts';

/** What the recovery programs do to a phone that runs no iOS. False: it is not in a mode that takes the command. */
export const bootOrders = {
  /** `irecovery -n` */
  'leave-recovery': (phone: VirtualPhone): boolean => {
    if (phone.mode !== 'recovery') return false;
    phone.restart();
    return true;
  },
  /** idevicerestore has sent its small system. */
  'begin-restore': (phone: VirtualPhone): boolean => {
    if (phone.mode === 'off' || phone.mode === 'starting') return false;
    phone.boot.enter('restore');
    return true;
  },
  /** iOS is installed anew; what is on the phone stays. */
  'end-update': (phone: VirtualPhone): boolean => endRestore(phone),
  /** The same, and the phone is as new. */
  'end-erase': (phone: VirtualPhone): boolean => {
    phone.setupDone = false;
    return endRestore(phone);
  },
} as const;

function endRestore(phone: VirtualPhone): boolean {
  if (phone.mode !== 'restore') return false;
  phone.boot.failingStarts = 0;
  phone.restart();
  return true;
}

/** What a phone in recovery or DFU says of itself. */
export function bootNames({ identity }: VirtualPhone): Readonly<Record<string, string>> {
  const { model, productType, uniqueChipId } = identity;
  return {
    CPID: `0x${model.chip.toString(16).padStart(4, '0')}`,
    BDID: `0x${model.boardId.toString(16).padStart(2, '0')}`,
    ECID: `0x${uniqueChipId.toString(16).padStart(16, '0')}`,
    PRODUCT: productType,
    MODEL: model.board.toLowerCase(),
  };
}
