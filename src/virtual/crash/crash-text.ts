import type { VirtualPhone } from '../phone.ts';
import { processOf } from '../processes.ts';
import { osVersion, reportDate, reportOf } from './report-head.ts';

/** Kind of report: a process that crashed. */
const BUG_TYPE = '309';

/** The report of a process that crashed. */
export function crashText(phone: VirtualPhone, process: string): string {
  const incident = phone.random.uuid();
  const { pid, path } = processOf(process);
  const head = {
    app_name: process,
    timestamp: reportDate(phone),
    app_version: '',
    slice_uuid: phone.random.uuid().toLowerCase(),
    build_version: '',
    platform: 2,
    share_with_app_devs: 0,
    is_first_party: 1,
    bug_type: BUG_TYPE,
    os_version: osVersion(phone),
    name: process,
    incident_id: incident,
  };
  const body = {
    uptime: 51_000,
    procRole: 'Unspecified',
    version: 2,
    userID: 501,
    modelCode: phone.identity.productType,
    incident,
    pid,
    procName: process,
    procPath: path,
    captureTime: reportDate(phone),
    osVersion: {
      isEmbedded: true,
      train: `iPhone OS ${phone.iosVersion}`,
      releaseType: 'User',
      build: phone.build,
    },
    exception: { codes: '0x0000000000000001, 0x0000000000000000', type: 'EXC_CRASH', signal: 'SIGABRT' },
    termination: {
      flags: 0,
      code: 6,
      namespace: 'SIGNAL',
      indicator: 'Abort trap: 6',
      byProc: process,
      byPid: pid,
    },
    faultingThread: 0,
    threads: [{ triggered: true, id: 41_077, queue: 'com.apple.main-thread', frames: [] }],
  };
  return reportOf(head, body);
}
