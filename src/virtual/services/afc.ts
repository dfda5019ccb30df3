import { serveAfc } from '../afc/serve-afc.ts';
import type { Service } from '../service.ts';

/** `com.apple.afc`: the folder /var/mobile/Media. */
export const afc: Service = (context) => serveAfc(context, context.phone.media);
