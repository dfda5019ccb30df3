import { builtins, page, rooms } from './rooms.mjs';

const names = Object.keys(rooms);

/** The table as dependency-cruiser's rules, each saying what to do about a break. */
export const rules = [
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one idea in two places: move the shared part down.',
    severity: 'error',
    from: {},
    // Types alone may know each other: nothing of them is left when the program runs.
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'every-file-in-a-room',
    comment: 'A file under src/ belongs to a room of test/rooms/rooms.mjs.',
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/(${names.join('|')})/` },
    to: {},
  },
  ...names.map((room) => ({
    name: `${room}-imports`,
    comment: `${room} may import only: ${rooms[room].join(', ') || 'nothing'}.`,
    severity: 'error',
    // Tests stand outside the walls: they put rooms together to see them work.
    from: { path: `^src/${room}/`, pathNot: '\\.test\\.ts$' },
    to: { path: '^src/', pathNot: `^src/(${[room, ...rooms[room]].join('|')})/` },
  })),
  {
    name: 'page-imports',
    comment: `The page may import of src/ only: ${page.join(', ')}.`,
    severity: 'error',
    from: { path: '^web/src/', pathNot: '\\.test\\.ts$' },
    to: { path: '^src/', pathNot: `^src/(${page.join('|')})/` },
  },
  ...Object.entries(builtins).map(([builtin, allowed]) => ({
    name: `only-some-use-${builtin}`,
    comment: `node:${builtin} belongs to: ${allowed.join(', ')}.`,
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/(${allowed.join('|')})/|\\.test\\.ts$` },
    to: { path: `^(node:)?${builtin}(/promises)?$` },
  })),
];
