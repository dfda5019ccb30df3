import { askText } from '../ask.ts';
import { type JsonNode, nodesOfJson } from '../json-answer.ts';

/** PowerShell takes seconds to start on a busy computer. */
const LIMIT_MS = 12_000;

/** What a PowerShell pipeline gives, as objects: nothing where there is none, or where it fails. */
export async function askPowershell(pipeline: string, signal: AbortSignal): Promise<JsonNode[]> {
  const command = `$ErrorActionPreference='SilentlyContinue'; [Console]::OutputEncoding=[Text.Encoding]::UTF8; ${pipeline} | ConvertTo-Json -Compress -Depth 3`;
  const args = ['-NoProfile', '-NonInteractive', '-Command', command];
  return nodesOfJson(await askText('powershell.exe', args, signal, LIMIT_MS));
}
