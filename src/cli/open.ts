import { Command } from 'commander';
import { type ServeOptions, servePage, withServeOptions } from './serve.ts';

/** `thaw open`, and `thaw` alone: the page in the person's browser. */
export function openCommand(): Command {
  return withServeOptions(new Command('open'))
    .description('open the page in your browser (also “thaw” alone); one that runs already is opened again')
    .addHelpText('after', '\nExample:\n  thaw open')
    .action(act);
}

async function act(options: ServeOptions): Promise<void> {
  const [{ openPage }, { ringRunningServer }, { systemClock }] = await Promise.all([
    import('../app/open-page.ts'),
    import('../server/door/ring.ts'),
    import('../kit/clock.ts'),
  ]);
  await using opened = new AsyncDisposableStack();
  const show = async (address: string): Promise<boolean> => {
    const file = await openPage(address, systemClock);
    if (file) opened.use(file);
    return file !== undefined;
  };
  const running = await ringRunningServer();
  if (running === undefined) return await servePage(options, show);
  const shown = await show(running);
  const text = shown
    ? 'Thaw is running already: its page is open in your browser.'
    : `Thaw is running already. Open this address in your browser; it works once:\n${running}`;
  process.stdout.write(options.json ? `${JSON.stringify({ ready: true, address: running })}\n` : `${text}\n`);
  // The browser may be slow to read the file, which goes when this ends.
  if (shown) await systemClock.sleep(10_000);
}
