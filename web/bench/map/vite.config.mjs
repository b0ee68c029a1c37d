import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Where the built bench pages lie; nothing of them is shipped. */
export const OUTPUT = here('../../node_modules/.cache/map-bench');

export default defineConfig({
  configFile: false,
  root: here('.'),
  base: './',
  logLevel: 'warn',
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: { input: [here('bench.html'), here('harness.html')] },
  },
});
