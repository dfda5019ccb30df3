import { numberIn, textIn } from '../json-answer.ts';
import type { PhoneService } from '../phone-service/phone-service.ts';
import { askPowershell } from './powershell.ts';
import { phonesOnBus } from './usb-links.ts';

const SERVICE = 'Apple Mobile Device Service';
/** System.ServiceProcess: ServiceControllerStatus.Running, ServiceStartMode.Disabled. */
const RUNNING = 4;
const DISABLED = 4;
const PACKAGES = { 'AppleInc.AppleDevices': 'Apple Devices', 'AppleInc.iTunes': 'iTunes' } as const;
/** Apple Devices’ number in Microsoft’s Store. */
const INSTALL = 'winget install --id 9NP83LWLPZ9K --source msstore';

/**
 * Classic iTunes brings a Windows service; iTunes and Apple Devices from the Store bring a background process that runs
 * once the app was opened. Numbers are read, not words: those are in the language of Windows.
 */
export async function windowsService(signal: AbortSignal): Promise<PhoneService> {
  const [services, packages, processes, phones] = await Promise.all([
    askPowershell(`Get-Service -Name '${SERVICE}' | Select-Object Status,StartType`, signal),
    askPowershell('Get-AppxPackage -Name AppleInc.* | Select-Object Name', signal),
    askPowershell('Get-Process -Name AppleMobileDeviceProcess | Select-Object Id', signal),
    phonesOnBus(signal),
  ]);
  const app = Object.entries(PACKAGES).find(([id]) =>
    packages.some((each) => textIn(each, 'Name') === id),
  )?.[1];
  const bad = phones.find(({ problem, servesBackups }) => problem !== 0 || !servesBackups);
  const driver = bad && { driverProblem: bad.problem };
  const [service] = services;
  if (service) {
    const rival = app === 'Apple Devices' ? { rival: app } : {};
    const common = { name: SERVICE, ...rival, ...driver };
    if (numberIn(service, 'Status') === RUNNING)
      return { ...common, state: 'running', mend: `net stop "${SERVICE}" & net start "${SERVICE}"` };
    if (numberIn(service, 'StartType') === DISABLED)
      return {
        ...common,
        state: 'disabled',
        mend: `sc config "${SERVICE}" start= auto & net start "${SERVICE}"`,
      };
    return { ...common, state: 'stopped', mend: `net start "${SERVICE}"` };
  }
  if (app === undefined) return { name: 'Apple Devices', state: 'missing', mend: INSTALL, ...driver };
  return { name: app, state: processes.length > 0 ? 'running' : 'stopped', ...driver };
}
