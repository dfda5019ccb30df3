import { asDict, maybeArrayIn, maybeDictIn, maybeStringIn, stringsOf } from '../../wire/plist/access.ts';
import type { PlistDict, PlistInput, PlistLiteral } from '../../wire/plist/value.ts';
import { encodeFrame, readFrame } from '../../wire/plist-frame.ts';
import { installedApps } from '../apps.ts';
import type { Service, ServiceContext } from '../service.ts';

/** Apps in one answer of Browse. */
const BATCH = 20;

/** `com.apple.mobile.installation_proxy`: which apps there are. */
export const installationProxy: Service = async (context) => {
  const { channel, signal, phone } = context;
  for (;;) {
    const request = asDict(await readFrame(channel.reader, { signal }));
    await phone.responsive(signal);
    const command = maybeStringIn(request, 'Command');
    if (command === 'Browse') await browse(context, request);
    else if (command === 'Lookup') await lookup(context, request);
    else await send(context, { Error: 'UnknownCommand', ErrorDescription: `no such command: ${command}` });
  }
};

async function browse(context: ServiceContext, request: PlistDict): Promise<void> {
  const apps = chosen(request);
  for (let at = 0; at < apps.length; at += BATCH) {
    const list = apps.slice(at, at + BATCH);
    await send(context, {
      CurrentAmount: list.length,
      CurrentIndex: at,
      CurrentList: list,
      Status: 'BrowsingApplications',
      Total: apps.length,
    });
  }
  await send(context, { Status: 'Complete' });
}

async function lookup(context: ServiceContext, request: PlistDict): Promise<void> {
  const wanted = maybeDictIn(request, 'ClientOptions')?.get('BundleIDs');
  const ids = wanted === undefined ? undefined : new Set(stringsOf(wanted));
  const found = chosen(request).flatMap((app) => {
    const id = app['CFBundleIdentifier'];
    return typeof id === 'string' && (ids?.has(id) ?? true) ? [[id, app] as const] : [];
  });
  await send(context, { LookupResult: new Map(found), Status: 'Complete' });
}

/** The apps of the type asked for, with the attributes asked for. */
function chosen(request: PlistDict): PlistLiteral[] {
  const options = maybeDictIn(request, 'ClientOptions');
  const type = (options && maybeStringIn(options, 'ApplicationType')) ?? 'Any';
  const attributes = options && maybeArrayIn(options, 'ReturnAttributes');
  const keys = attributes && new Set(stringsOf(attributes));
  return installedApps
    .filter((app) => type === 'Any' || app['ApplicationType'] === type)
    .map((app) => Object.fromEntries(Object.entries(app).filter(([key]) => keys?.has(key) ?? true)));
}

function send({ channel }: ServiceContext, body: PlistInput): Promise<void> {
  return channel.write(encodeFrame(body, 'xml'));
}
