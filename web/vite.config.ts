import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds the server. */
const server = process.env.CAVEA_URL ?? 'http://127.0.0.1:8080';

// The pages are written against React's API. Preact answers it in an eighth of React's weight (219 kB of script against 25):
// with React the first page would not fit the budget of 120 kB. Take the aliases out to get React back.
const react = {
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/jsx-dev-runtime',
  'react-dom/client': 'preact/compat/client',
  react: 'preact/compat',
};

export default defineConfig({
  resolve: { alias: react },
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    // A server that forbids inline code must be able to serve everything as a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
  // The design's tokens are read by their test.
  test: { css: true, include: ['src/**/*.test.ts', 'bench/**/*.test.ts'] },
  server: { proxy: { '/api': { target: server, ws: true } } },
  preview: { proxy: { '/api': { target: server, ws: true } } },
});
