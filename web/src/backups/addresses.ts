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
