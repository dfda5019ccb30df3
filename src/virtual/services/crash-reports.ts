import { serveAfc } from '../afc/serve-afc.ts';
import type { Service } from '../service.ts';

/** `com.apple.crashreportmover`: says `ping` when the reports lie where they can be read. They do. */
export const crashReportMover: Service = async ({ channel }) => {
  await channel.write(Buffer.from('ping'));
  await channel.closed;
};

/** `com.apple.crashreportcopymobile`: AFC on the folder of crash reports. */
export const crashReportCopy: Service = (context) => serveAfc(context, context.phone.crashReports.tree);
