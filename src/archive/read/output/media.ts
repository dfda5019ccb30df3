import { splitName } from './safe-name.ts';

/** How a page may show a file. `file`: only by its name; `link`: it may be opened by a click. */
export type Shown = 'image' | 'video' | 'audio' | 'link' | 'file';

/** What browsers on every system show. HEIC, CAF and AMR they do not: those are links to the original. */
const KINDS: ReadonlyMap<string, Shown> = new Map([
  ...each('image', ['.jpg', '.jpeg', '.png', '.gif', '.webp', '.avif', '.bmp']),
  ...each('video', ['.mp4', '.m4v', '.mov']),
  ...each('audio', ['.m4a', '.mp3', '.wav', '.aac', '.opus', '.ogg']),
  ...each('file', [
    '.html',
    '.htm',
    '.xhtml',
    '.xht',
    '.svg',
    '.xml',
    '.mht',
    '.mhtml',
    '.js',
    '.exe',
    '.bat',
    '.cmd',
    '.scr',
    '.lnk',
    '.url',
    '.command',
    '.desktop',
    '.webloc',
  ]),
]);

/** By the name alone. What could run something when it is opened is not even a link. */
export function shownAs(name: string): Shown {
  return KINDS.get(splitName(name).extension.toLowerCase()) ?? 'link';
}

function each(shown: Shown, extensions: readonly string[]): [string, Shown][] {
  return extensions.map((extension) => [extension, shown]);
}
