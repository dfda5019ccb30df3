import './backups.css';
import { navigate } from '../shell/router.ts';
import { backupView } from './addresses.ts';
import { BackupList } from './backup-list.tsx';
import { History } from './history/history.tsx';
import { Inside } from './inside/inside.tsx';
import { Unlock } from './inside/unlock.tsx';
import { INSIDE } from './inside/views.ts';
import { OneBackup } from './one-backup.tsx';
import { Restore } from './restore/restore.tsx';
import { TakeOut } from './take-out/take-out.tsx';

/** `rest` of the address: nothing for the list, an id for one backup, and after it a view of that backup. */
export function Backups({ rest }: { readonly rest: string }) {
  const [id = '', view = ''] = rest
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  if (id === '') return <BackupList />;
  const inside = INSIDE.find((name) => name === view);
  if (inside !== undefined) return <Inside id={id} view={inside} />;
  if (view === 'unlock') return <Unlock id={id} onOpen={() => navigate(backupView(id), { replace: true })} />;
  if (view === 'take-out') return <TakeOut id={id} />;
  if (view === 'restore') return <Restore id={id} />;
  if (view === 'history') return <History id={id} />;
  return <OneBackup id={id} />;
}
