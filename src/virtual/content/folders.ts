interface Place {
  readonly domain: string;
  readonly relativePath: string;
}

/** Every folder that the places lie in, up to and with the root of each domain, a parent before its children. */
export function foldersAbove(places: Iterable<Place>): Place[] {
  const found = new Map<string, Place>();
  for (const { domain, relativePath } of places) {
    const add = (path: string): void => {
      const key = `${domain}-${path}`;
      if (!found.has(key)) found.set(key, { domain, relativePath: path });
    };
    add('');
    for (let slash = relativePath.indexOf('/'); slash >= 0; slash = relativePath.indexOf('/', slash + 1)) {
      add(relativePath.slice(0, slash));
    }
  }
  return [...found.values()];
}
