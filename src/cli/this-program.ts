/** The command line that starts this very program again: the same Node, the same flags, the same sources. */
export function thisProgram(): readonly [string, ...string[]] {
  return [process.execPath, ...process.execArgv, process.argv[1] ?? ''];
}
