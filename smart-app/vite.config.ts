import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/app/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The lexicon is one large chunk, loaded when a finding is searched.
    chunkSizeWarningLimit: 1000,
    rollupOptions: { input: { app: here('./index.html'), launch: here('./launch.html') } },
  },
});
