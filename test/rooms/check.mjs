// Holds src/ and web/src/ against the table of rooms: imports, built-ins, time. `--picture` rewrites the drawing in ARCHITECTURE.md.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import { rooms, timeKeeper, timePattern } from './rooms.mjs';
import { rules } from './rules.mjs';

async function breaksIn(baseDir) {
  const files = globSync('{src,web/src}/**/*.{ts,tsx}', { cwd: baseDir });
  const { output } = await cruise(['src', 'web/src'], {
    baseDir,
    ruleSet: { forbidden: rules },
    validate: true,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  });
  const seen = output.modules.filter(({ source }) => /^(?:web\/)?src\//.test(source)).length;
  if (seen < files.length)
    throw new Error(`the cruiser saw ${seen} of ${files.length} files: its verdict is worth nothing`);
  const imports = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  const times = files
    .filter((file) => file.startsWith('src/') && file !== timeKeeper && !file.endsWith('.test.ts'))
    .filter((file) => timePattern.test(readFileSync(`${baseDir}/${file}`, 'utf8')))
    .map((file) => `only-the-clock-tells-time: ${file}`);
  return { seen, modules: output.modules, breaks: [...imports, ...times].sort() };
}

function picture(modules) {
  const roomOf = (path) => /^src\/([^/]+)\//.exec(path)?.[1];
  const arrows = new Set();
  for (const { source, dependencies } of modules) {
    if (source.endsWith('.test.ts')) continue;
    for (const { resolved } of dependencies) {
      const [from, to] = [roomOf(source), roomOf(resolved)];
      if (from && to && from !== to) arrows.add(`  ${from} --> ${to}`);
    }
  }
  const order = Object.keys(rooms);
  const rank = (arrow) => order.indexOf(arrow.trim().split(' ')[0]);
  return [
    '```mermaid',
    'flowchart TD',
    ...[...arrows].sort((a, b) => rank(b) - rank(a) || a.localeCompare(b)),
    '```',
  ].join('\n');
}

const house = await breaksIn(process.cwd());
const fixture = await breaksIn('test/rooms/broken');
const expected = readFileSync('test/rooms/broken/expected.txt', 'utf8').trim().split('\n');
const problems = [...house.breaks];
for (const line of expected) {
  if (!fixture.breaks.includes(line)) problems.push(`the check is blind: it did not report “${line}”`);
}

const drawn = picture(house.modules);
const page = readFileSync('ARCHITECTURE.md', 'utf8');
const between = /(<!-- rooms -->\n)[\s\S]*?(\n<!-- \/rooms -->)/;
const redrawn = page.replace(between, `$1${drawn}$2`);
if (process.argv.includes('--picture')) writeFileSync('ARCHITECTURE.md', redrawn);
else if (redrawn !== page) problems.push('the picture in ARCHITECTURE.md is old: npm run rooms -- --picture');

for (const problem of problems) console.error(problem);
console.log(`${house.seen} files in ${Object.keys(rooms).length} rooms, ${problems.length} breaks`);
process.exitCode = problems.length > 0 ? 1 : 0;
