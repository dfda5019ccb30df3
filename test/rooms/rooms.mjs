/** The house: each room under src/ and the rooms it may import. The check and the picture come from this table. */
const all = [
  'kit',
  'wire',
  'host',
  'vault',
  'watch',
  'diagnosis',
  'guide',
  'phone',
  'archive',
  'backup',
  'cloud',
  'remedies',
];

export const rooms = {
  kit: [],
  wire: ['kit'],
  host: ['kit'],
  vault: ['kit'],
  watch: ['kit'],
  diagnosis: ['kit'],
  guide: ['kit'],
  phone: ['kit', 'wire'],
  archive: ['kit', 'wire', 'vault'],
  backup: ['kit', 'wire', 'phone', 'vault'],
  cloud: ['kit', 'wire', 'phone'],
  remedies: ['kit', 'phone', 'host', 'vault', 'cloud', 'guide'],
  rescue: all,
  app: [...all, 'rescue'],
  server: ['kit', 'app'],
  cli: ['kit', 'app', 'server', 'virtual', 'lab'],
  virtual: ['kit', 'wire'],
  // It runs real programs on real disks.
  lab: ['kit', 'host', 'virtual', 'app'],
};

/** What the page under web/ may know of src/: what it and the server say to each other, and rooms that are pure. */
export const page = ['server/contract', 'kit', 'diagnosis', 'guide'];

/** Which rooms may touch what lies outside the program. */
export const builtins = {
  net: ['phone', 'host', 'server', 'virtual'],
  tls: ['phone', 'host', 'server', 'virtual'],
  http: ['server', 'virtual'],
  dgram: ['phone', 'host', 'virtual'],
  fs: ['vault', 'archive', 'host', 'app', 'virtual', 'lab'],
  child_process: ['host'],
};

/** What tells or passes the time; only kit's clock may. */
export const timePattern = /\b(?:Date\.now\(|new Date\(\)|setTimeout\(|setInterval\(|performance\.now\()/;
export const timeKeeper = 'src/kit/clock.ts';
