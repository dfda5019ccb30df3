import { Command } from 'commander';
import type { PhoneContent, Place } from '../virtual/content/phone-content.ts';
import { Interrupt } from './interrupt.ts';
import { RunView } from './run-view.ts';

const CONTENT = { seed: 7, files: 3000, bytes: 400_000_000 };
const NEW_PHOTOS = 40;
const PHOTO_BYTES = 2_400_000;
const DELETED_PHOTOS = 25;
const PHOTOS = 'CameraRollDomain';

/** `thaw demo`: the main job on an embedded virtual iPhone, to be watched. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('back up an embedded virtual iPhone: a first backup, an incremental one, the proof')
    .addHelpText('after', '\nExample:\n  thaw demo')
    .action(act);
}

async function act(): Promise<void> {
  const [{ startVirtual }, { agentOf }, { demo, demoFolder }, { systemClock }] = await Promise.all([
    import('../virtual/start.ts'),
    import('../virtual/backup-agent/agent.ts'),
    import('../app/demo.ts'),
    import('../kit/clock.ts'),
  ]);
  using interrupt = new Interrupt();
  await using virtual = await startVirtual({ content: CONTENT });
  await using folder = await demoFolder();
  const { content } = await agentOf(virtual.phone);
  const phone = {
    usbmuxd: virtual.address,
    udid: virtual.phone.udid,
    liveADay: async () => {
      const add = Array.from({ length: NEW_PHOTOS }, (_, index) => ({
        domain: PHOTOS,
        relativePath: `Media/DCIM/102APPLE/IMG_${9000 + index}.HEIC`,
        bytes: PHOTO_BYTES,
      }));
      content.change({ add, remove: photosOf(content).slice(0, DELETED_PHOTOS) });
    },
  };
  const view = new RunView(process.stdout);
  for await (const step of demo(phone, folder.path, systemClock, interrupt.signal)) {
    if ('say' in step) process.stdout.write(`\n${step.say}\n`);
    else view.show(step.event);
  }
}

function photosOf(content: PhoneContent): Place[] {
  const places: Place[] = [];
  for (let slot = 0; slot < content.slots; slot += 1) {
    const entry = content.entry(slot);
    if (entry?.kind === 'file' && entry.domain === PHOTOS) places.push(entry);
  }
  return places;
}
