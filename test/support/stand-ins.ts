import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Executables that take the place of the system's commands on this process's PATH. */
export class StandIns implements AsyncDisposable {
  readonly #folder: string;
  readonly #path = process.env['PATH'];

  private constructor(folder: string) {
    this.#folder = folder;
    process.env['PATH'] = folder;
  }

  static async make(): Promise<StandIns> {
    return new StandIns(await mkdtemp(join(tmpdir(), 'thaw-stand-ins-')));
  }

  /** A command that prints this, whatever it is asked; `script` is run by sh. */
  async runs(name: string, script: string): Promise<void> {
    const path = join(this.#folder, name);
    await writeFile(path, `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`);
    await chmod(path, 0o755);
  }

  /** A command that answers each of these when its arguments contain the first of the pair. */
  async answers(name: string, ...answers: readonly (readonly [part: string, text: string])[]): Promise<void> {
    const cases = answers.map(([part, text]) => `*'${part}'*) cat <<'END'\n${text}\nEND\n;;`);
    await this.runs(name, `case "$*" in\n${cases.join('\n')}\n*) exit 1;;\nesac`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    process.env['PATH'] = this.#path;
    await rm(this.#folder, { recursive: true, force: true });
  }
}
