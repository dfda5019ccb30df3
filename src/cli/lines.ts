/** Writes to standard output and waits while the reader at its other end is busy. A reader that went away ends it. */
export async function writeLine(line: string): Promise<void> {
  if (process.stdout.write(`${line}\n`)) return;
  await new Promise<void>((resolve) => {
    process.stdout.once('drain', resolve).once('close', resolve);
  });
}
