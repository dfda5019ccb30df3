import { join } from 'node:path';
import type { BackupPath } from '../backup-path.ts';
import { childPath, nameOf, parentPath, ROOT } from '../backup-path.ts';
import { readJournal } from '../commit/journal.ts';
import type { Step } from '../commit/step.ts';
import { VaultError } from '../errors.ts';
import { COMMIT, GENERATION, type Layout } from '../layout.ts';
import { find } from '../overlay/find.ts';
import { Folder, makeParent, type Node } from '../overlay/tree.ts';
import { type Generation, listGenerations } from './generation.ts';

/** An earlier generation as a tree over the backup's folder, and the paths at which it may differ from it. */
export interface Earlier {
  readonly root: Folder;
  readonly touched: ReadonlySet<BackupPath>;
}

/** Undoes, in memory, every commit since that generation. Rejects with `vault.no-generation`. */
export async function treeOfGeneration(layout: Layout, number: number): Promise<Earlier> {
  const root = new Folder(layout.folder);
  const touched = new Set<BackupPath>();
  for (const each of (await commitsSince(layout, number)).toReversed()) {
    const past = join(layout.generations, String(each.number), GENERATION.past);
    const journal = readJournal(past);
    if (!journal) throw new VaultError('vault.damaged', 'a journal is damaged', { facts: { path: past } });
    await undo(root, past, journal.steps, touched);
  }
  return { root, touched };
}

/** The generations from that one to the last before the current, oldest first. Rejects with `vault.no-generation`. */
export async function commitsSince(layout: Layout, number: number): Promise<readonly Generation[]> {
  const generations = await listGenerations(layout);
  const wanted = generations.find((each) => each.number === number);
  if (wanted?.state !== 'earlier') {
    throw new VaultError('vault.no-generation', `no earlier generation ${number}`, {
      facts: { generation: number, state: wanted?.state },
    });
  }
  return generations.filter((each) => each.number >= number && each.state === 'earlier');
}

async function undo(
  root: Folder,
  past: string,
  steps: readonly Step[],
  touched: Set<BackupPath>,
): Promise<void> {
  const pathOf = (path: string): BackupPath => {
    const checked = childPath(ROOT, path);
    touched.add(checked);
    return checked;
  };
  const back = await liftedNodes(root, steps);
  await hide(root, pathOf('Status.plist'));
  for (const step of steps) {
    if (step[0] === 'folder') await hide(root, pathOf(step[1]));
    if (step[0] === 'place') await hide(root, pathOf(step[2]));
  }
  for (const step of steps) if (step[0] === 'clear') put(root, pathOf(step[1]), clearedNode(past, step));
  for (const [path, node] of back) put(root, pathOf(path), node);
}

/** Files that only changed their path, by the path they had. */
async function liftedNodes(root: Folder, steps: readonly Step[]): Promise<Map<string, Node>> {
  const paths = new Map<string, string>();
  const nodes = new Map<string, Node>();
  for (const step of steps)
    if (step[0] === 'lift') paths.set(`committing/${COMMIT.lifted}/${step[2]}`, step[1]);
  for (const step of steps) {
    const path = step[0] === 'place' ? paths.get(step[1]) : undefined;
    if (path !== undefined) nodes.set(path, await nodeAt(root, childPath(ROOT, String(step[2]))));
  }
  return nodes;
}

function clearedNode(past: string, [, path, kind]: Extract<Step, readonly ['clear', ...unknown[]]>): Node {
  const physical = join(past, COMMIT.files, path);
  return kind === 'folder' ? new Folder(physical) : { physical };
}

async function nodeAt(root: Folder, path: BackupPath): Promise<Node> {
  const found = await find(root, path);
  if (found?.kind === 'folder') return found.folder;
  return found?.kind === 'file' ? found.node : null;
}

async function hide(root: Folder, path: BackupPath): Promise<void> {
  const found = await find(root, parentPath(path));
  if (found?.kind === 'folder') found.folder.hide(nameOf(path));
}

function put(root: Folder, path: BackupPath, node: Node): void {
  const { parent, name } = makeParent(root, path);
  parent.entries.set(name, node);
}
