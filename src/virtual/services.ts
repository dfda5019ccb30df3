import { BACKUP_SERVICE } from './backup-daemon.ts';
import type { Service } from './service.ts';
import { afc } from './services/afc.ts';
import { assertionAgent } from './services/assertion-agent.ts';
import { crashReportCopy, crashReportMover } from './services/crash-reports.ts';
import { diagnosticsRelay } from './services/diagnostics-relay.ts';
import { heartbeat } from './services/heartbeat.ts';
import { installationProxy } from './services/installation-proxy.ts';
import { mobilebackup2 } from './services/mobilebackup2.ts';
import { insecureNotificationProxy, notificationProxy } from './services/notification-proxy.ts';
import { osTraceRelay } from './services/os-trace-relay.ts';
import { springboard } from './services/springboard.ts';
import { syslogRelay } from './services/syslog-relay.ts';

/** Every service lockdownd can start, by its name. */
export const services: ReadonlyMap<string, Service> = new Map<string, Service>([
  ['com.apple.afc', afc],
  ['com.apple.crashreportcopymobile', crashReportCopy],
  ['com.apple.crashreportmover', crashReportMover],
  ['com.apple.mobile.assertion_agent', assertionAgent],
  ['com.apple.mobile.diagnostics_relay', diagnosticsRelay],
  ['com.apple.mobile.heartbeat', heartbeat],
  ['com.apple.mobile.insecure_notification_proxy', insecureNotificationProxy],
  ['com.apple.mobile.installation_proxy', installationProxy],
  ['com.apple.mobile.notification_proxy', notificationProxy],
  [BACKUP_SERVICE, mobilebackup2],
  ['com.apple.os_trace_relay', osTraceRelay],
  ['com.apple.springboardservices', springboard],
  ['com.apple.syslog_relay', syslogRelay],
]);
