import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Everything is bundled, so that a package holds no node_modules. */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      rollupOptions: { input: { index: at('src/main/index.ts') }, checks: { pluginTimings: false } },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      // A preload script in a sandbox is one CommonJS file.
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [vue()],
    build: {
      minify: true,
      // The policy allows files of our own and nothing written into a page.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          index: at('src/renderer/index.html'),
          'out-of-service': at('src/renderer/out-of-service.html'),
          'preview-client': at('src/preview/client.ts'),
        },
        output: {
          // The preview host names this one file in the page that it serves.
          entryFileNames: ({ name }) => (name === 'preview-client' ? '[name].js' : 'assets/[name]-[hash].js'),
        },
      },
    },
  },
});
