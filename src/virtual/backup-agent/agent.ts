import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContent } from '../content/open-content.ts';
import type { PhoneContent } from '../content/phone-content.ts';
import { putCloudPreferences } from '../icloud/cloud-preferences.ts';
import type { VirtualPhone } from '../phone.ts';
import { type BackupKeys, makeKeys } from './backup-keys.ts';
import { SealedFiles } from './sealed-files.ts';
import { type WorkingManifest, writeManifest } from './working-manifest.ts';

const agents = new WeakMap<VirtualPhone, Promise<BackupAgent>>();

/**
 * The phone's backup agent, with the phone's contents; made when first asked for. It then works its first manifest out
 * while nobody waits for it. Rejects when the contents cannot be read.
 */
export function agentOf(phone: VirtualPhone): Promise<BackupAgent> {
  const known = agents.get(phone);
  if (known) return known;
  const made = makeAgent(phone);
  agents.set(phone, made);
  return made;
}

async function makeAgent(phone: VirtualPhone): Promise<BackupAgent> {
  const content = await openContent(phone);
  putCloudPreferences(phone, content);
  const agent = new BackupAgent(phone, content);
  // Whoever wants the manifest hears why it cannot be had.
  agent.manifest().catch(() => undefined);
  return agent;
}

/** What a phone's backup daemon keeps between conversations. */
export class BackupAgent {
  readonly content: PhoneContent;
  /** What interrupted runs were sending, by the UUID in their Status.plist. */
  readonly halfMade = new Map<string, WorkingManifest>();
  readonly sealed = new SealedFiles();
  readonly #phone: VirtualPhone;
  readonly #folder: string;
  #keys: { readonly password: string | undefined; readonly made: Promise<BackupKeys> } | undefined;
  #manifest:
    | { readonly generation: number; readonly keys: BackupKeys; readonly made: Promise<WorkingManifest> }
    | undefined;
  #written = 0;

  constructor(phone: VirtualPhone, content: PhoneContent) {
    this.#phone = phone;
    this.content = content;
    this.#folder = mkdtempSync(join(tmpdir(), 'thaw-agent-'));
    if (phone.gone.aborted) this.#clear();
    else phone.gone.addEventListener('abort', () => this.#clear(), { once: true });
  }

  /** The keys that the phone's backups are made with at present. */
  keys(): Promise<BackupKeys> {
    const { password } = this.#phone.backup;
    if (!this.#keys || this.#keys.password !== password) {
      this.#keys = { password, made: makeKeys(this.#phone, password) };
    }
    return this.#keys.made;
  }

  /**
   * The manifest of what is on the phone now. Made once for every state of contents and keys, so that a benchmark
   * measures the computer's side; several runs share it.
   */
  async manifest(): Promise<WorkingManifest> {
    const keys = await this.keys();
    const { generation } = this.content;
    if (this.#manifest?.generation !== generation || this.#manifest.keys !== keys) {
      const made = writeManifest(this.newPath(), this.content, keys.files, this.#phone.gone);
      this.#manifest = { generation, keys, made };
    }
    return await this.#manifest.made;
  }

  /** A path for a file of the agent's own. It goes with the phone. */
  newPath(): string {
    this.#written += 1;
    return join(this.#folder, `${this.#written}.db`);
  }

  #clear(): void {
    this.content[Symbol.dispose]();
    this.sealed[Symbol.dispose]();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
