import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * The build of the pages. `npx vite apps/web` serves them with hot reload beside a running server
 * (`ALTIS_SERVER`, by default http://127.0.0.1:8080).
 */
export default defineConfig({
  root: here,
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite', import.meta.url)),
  plugins: [react()],
  build: {
    target: 'es2023',
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    // Small files become data URLs otherwise, which the browser cannot cache on their own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/changes', '/uploads', '/health'].map((path) => [
        path,
        { target: process.env['ALTIS_SERVER'] ?? 'http://127.0.0.1:8080' },
      ]),
    ),
  },
});
