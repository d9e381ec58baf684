import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import simpleVars from 'postcss-simple-vars';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Medplum's shipped styles still hold these variables; without them the minifier stops.
const breakpoints = { xs: '36em', sm: '48em', md: '62em', lg: '75em', xl: '88em' };
const variables = Object.fromEntries(
  Object.entries(breakpoints).map(([name, width]) => [`mantine-breakpoint-${name}`, width]),
);

export default defineConfig({
  root: here('.'),
  base: '/app/',
  plugins: [react()],
  css: { postcss: { plugins: [mantine(), simpleVars({ variables })] } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The lexicon is one large chunk, loaded when a finding is searched.
    chunkSizeWarningLimit: 700,
    rollupOptions: { input: { app: here('./index.html'), launch: here('./launch.html') } },
  },
});
