import type { VirtualPhone } from '../phone.ts';
import { processes } from '../processes.ts';
import { osVersion, reportDate, reportOf } from './report-head.ts';

/** Kind of report: jetsam, the kernel's memory police. */
const BUG_TYPE = '298';
const PAGE_BYTES = 16_384;
/** What an idle daemon holds. */
const USUAL_PAGES = 900;

/** The report of a process killed for its memory: every process is listed, only the killed one has a reason. */
export function jetsamText(phone: VirtualPhone, killed: string, bytes: number): string {
  const incident = phone.random.uuid();
  const head = {
    bug_type: BUG_TYPE,
    timestamp: reportDate(phone),
    os_version: osVersion(phone),
    incident_id: incident,
  };
  const body = {
    crashReporterKey: phone.random.bytes(20).toString('hex'),
    kernel: 'Darwin Kernel Version 25.2.0',
    product: phone.identity.productType,
    incident,
    date: reportDate(phone),
    build: osVersion(phone),
    timeDelta: 4,
    memoryStatus: {
      compressorSize: 61_012,
      compressions: 1_402_871,
      decompressions: 603_118,
      zoneMapCap: 1_547_206_656,
      largestZone: 'APFS_4K_OBJS',
      largestZoneSize: 41_189_376,
      pageSize: PAGE_BYTES,
      uncompressed: 187_441,
      zoneMapSize: 290_455_552,
      memoryPages: {
        ...{ active: 101_204, throttled: 0, fileBacked: 88_010, wired: 58_733, anonymous: 118_602 },
        ...{ purgeable: 212, inactive: 97_651, free: 3_104, speculative: 7_757 },
      },
    },
    largestProcess: killed,
    genCounter: 0,
    processes: [...processes].map(([name, { pid }]) =>
      entry(phone, name, pid, name === killed ? bytes : undefined),
    ),
  };
  return reportOf(head, body);
}

function entry(phone: VirtualPhone, name: string, pid: number, killedWith: number | undefined): object {
  const pages = killedWith === undefined ? USUAL_PAGES : Math.ceil(killedWith / PAGE_BYTES) + USUAL_PAGES;
  return {
    uuid: phone.random.uuid().toLowerCase(),
    states: killedWith === undefined ? ['daemon', 'idle'] : ['daemon'],
    ...(killedWith !== undefined && { killDelta: 2_114 }),
    age: 880_412_771,
    purgeable: 0,
    fds: 50,
    coalition: 100 + pid,
    rpages: pages,
    priority: 40,
    pid,
    cpuTime: 3.204_118,
    name,
    lifetimeMax: pages,
    physicalPages: { internal: [pages, 0] },
    ...(killedWith !== undefined && { reason: 'per-process-limit' }),
  };
}
