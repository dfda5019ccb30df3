import type { InstalledApp } from '../phone/services/installation-proxy.ts';
import { maybeStringIn } from '../wire/plist/access.ts';

const CONTAINER = /^(?:\/private)?(\/var\/mobile\/Containers\/Data\/Application\/[^/]+)\/(.+)$/;

/**
 * Whose files are whose: iOS keeps each app's in a folder that is named by a number, and only the phone's list of apps
 * tells which. Empty until that list has come.
 */
export class AppContainers {
  readonly #domains = new Map<string, string>();

  /** `apps` with the attribute `Container`. */
  fill(apps: readonly InstalledApp[]): void {
    for (const { bundleId, attributes } of apps) {
      const container = maybeStringIn(attributes, 'Container');
      if (container !== undefined)
        this.#domains.set(container.replace(/^\/private/, ''), `AppDomain-${bundleId}`);
    }
  }

  /** Domain, and path below it; undefined for what is in no known app's folder. */
  placeOf(devicePath: string): { readonly domain: string; readonly path: string } | undefined {
    const [, container = '', path = ''] = CONTAINER.exec(devicePath) ?? [];
    const domain = this.#domains.get(container);
    return domain === undefined ? undefined : { domain, path };
  }
}
