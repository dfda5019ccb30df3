const STATE = '~';

/** What an earlier state of a backup goes by, to be looked into. */
export function stateOf(id: string, generation: number): string {
  return `${id}${STATE}${generation}`;
}

/** The backup that a state is of; itself, for what is no earlier state. */
export function backupOf(id: string): string {
  return id.split(STATE)[0] ?? id;
}

/** The way back from inside: an earlier state is one of many. */
export function backFrom(id: string): string {
  const backup = backupOf(id);
  return backup === id ? backupView(id) : backupView(backup, 'history');
}

/** Where views and files of a backup are. */
export function backupView(id: string, view = ''): string {
  return `/backups/${encodeURIComponent(id)}${view === '' ? '' : `/${view}`}`;
}

export function backupApi(id: string, what: string): `/api/${string}` {
  return `/api/backups/${encodeURIComponent(id)}/${what}`;
}

/** A file to be kept; the browser never shows or runs it. */
export function downloadOf(id: string, fileId: string): string {
  return backupApi(id, `file/${fileId}/download`);
}

export function thumbnailOf(id: string, fileId: string): string {
  return backupApi(id, `photos/${fileId}/thumbnail`);
}

/** The question mark and what follows it. */
export function queryOf(values: Readonly<Record<string, string>>): string {
  return `?${new URLSearchParams(values)}`;
}
