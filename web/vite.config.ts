import { defineConfig } from 'vite';

// Strict content policy: nothing inline, so assets stay files and no preload helper is injected.
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  build: {
    outDir: 'built',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
