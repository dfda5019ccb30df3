import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
let source: Promise<string> | undefined;

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What differs in another light is colour alone. */
const IN_EACH_LIGHT = [
  ['light', '{ resultTypes: ["violations"] }'],
  ['dark', '{ resultTypes: ["violations"], runOnly: ["color-contrast"] }'],
] as const;

/** What is shown now has no serious or critical finding of axe, neither in light nor in dark. */
export async function assertAccessible(page: Page, view: string): Promise<void> {
  source ??= readFile(AXE, 'utf8');
  // The page's content policy allows no script of ours; the debugger's own way is not bound by it.
  await page.evaluate(await source);
  for (const [colorScheme, options] of IN_EACH_LIGHT) {
    await page.emulateMedia({ colorScheme });
    const findings: readonly Finding[] = await page.evaluate(
      `axe.run(document, ${options}).then(({ violations }) => violations)`,
    );
    assertNone(findings, `${view}, ${colorScheme}`);
  }
}

function assertNone(findings: readonly Finding[], view: string): void {
  const bad = findings.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = bad.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join('\n  ')}`,
  );
  assert.deepEqual(told, [], `${view} is not accessible`);
}
