import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const pages = join(import.meta.dirname, 'src-renderer', 'screens');

/** The pages that nobody signs in to: built apart, so that the LAN is served nothing of the staff's. */
export default defineConfig({
  root: pages,
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../../dist/screens',
    emptyOutDir: true,
    // Televisions, tablets and visitors' phones are older than the PCs of a branch.
    target: ['chrome87', 'firefox90', 'safari14'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: readdirSync(pages)
        .filter((name) => name.endsWith('.html'))
        .map((name) => join(pages, name)),
    },
  },
});
