import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { noteLicences, writeLicences } from './scripts/licences'

// The build targets are the oldest runtime that the project runs on: the fallback used for development and
// tests (Chromium 114, Node 18). See docs/decisions/0002-electron-runtime.md.
export default defineConfig({
  main: {
    plugins: [noteLicences()],
    build: {
      target: 'node18',
      outDir: 'out/main',
      // Whatever runs from the package is in these files, except classic-level, which is native (electron-builder.config.cjs).
      externalizeDeps: {
        exclude: [
          '@hocuspocus/server',
          'electron-updater',
          'i18next',
          'lib0',
          'valibot',
          'ws',
          'y-protocols',
          'yjs',
        ],
      },
      rollupOptions: {
        input: { index: 'src-main/index.ts', relay: 'src-relay/for-laptop.ts' },
        // What ws uses if it is there, and it is not.
        external: ['bufferutil', 'utf-8-validate'],
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
          // What both have in common, by itself: else main would take it out of the relay's file, and start one.
          codeSplitting: { groups: [{ name: 'common', minShareCount: 2 }] },
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      outDir: 'out/preload',
      rollupOptions: {
        input: {
          index: 'src-main/preload/preload.ts',
          capture: 'src-main/preload/capture-preload.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), noteLicences(), writeLicences()],
    resolve: {
      alias: {
        // micromark's: what it gives to browsers asks the page's own HTML, and a worker has none.
        'decode-named-character-reference': fileURLToPath(
          new URL('node_modules/decode-named-character-reference/index.js', import.meta.url),
        ),
      },
    },
    worker: { format: 'es', plugins: () => [noteLicences()] },
    build: {
      target: 'chrome114',
      outDir: 'out/renderer',
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: 'src-renderer/index.html', capture: 'src-renderer/capture.html' },
      },
    },
  },
})
