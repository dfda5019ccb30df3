/** Set once the reader of standard output is known to be watched. */
let reader: { gone: boolean } | undefined;

/**
 * Writes lines to standard output as they come. A reader that has seen enough (`| head`) ends it early and quietly: the
 * lines that are left are never asked for.
 */
export async function writeLines(lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  for await (const line of lines) {
    await writeLine(line);
    if (watchReader().gone) return;
  }
}

/** Writes one line, and waits while the reader at the other end is busy. One that went away is no failure. */
export async function writeLine(line: string): Promise<void> {
  if (watchReader().gone || process.stdout.write(`${line}\n`)) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      process.stdout.off('drain', go).off('close', go);
      resolve();
    };
    process.stdout.on('drain', go).on('close', go);
  });
}

/** From the first call on, a reader that goes away is no failure; it may show only after the last line was handed over. */
export function watchReader(): { readonly gone: boolean } {
  if (reader) return reader;
  const watched = { gone: false };
  process.stdout.on('error', () => {
    watched.gone = true;
  });
  reader = watched;
  return watched;
}
