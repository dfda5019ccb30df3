#!/usr/bin/env node
// Plain and old-fashioned on purpose: this file must run on a Node that is too old for the rest.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 4)) {
  console.error(
    `Thaw needs Node 24.4 or later, and this is Node ${process.versions.node}. Get it from nodejs.org and try again.`,
  );
  process.exitCode = 1;
} else {
  import('node:module')
    .then((module) => module.enableCompileCache?.())
    .then(() => import('../dist/cli/main.js'))
    .catch((error) => {
      console.error(error);
      process.exitCode = 1;
    });
}
