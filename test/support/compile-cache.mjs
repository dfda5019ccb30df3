// Some five hundred processes of a test run read the same sources: what one has compiled serves all the others.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));
enableCompileCache(folder);
process.env['NODE_COMPILE_CACHE'] ??= folder;
