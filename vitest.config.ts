import { defineConfig } from 'vitest/config'

/** Random histories are long by design; anything else that takes this long hangs. */
const QUICK_MS = 60_000
const LONG_MS = 300_000
/** Nothing is measured here: a busy machine may take its time. */
const PATIENCE_MS = 15_000

/** Look at what `shared` does while it loads, or load it with something else in the place of a module. */
const LOADED_ANEW = [
  'shared/pure.test.ts',
  'shared/exchange/roster.test.ts',
  'shared/relay/relay-address.test.ts',
  'shared/vault/{lineage-hostile,pairing}.test.ts',
]

export default defineConfig({
  test: {
    // Two cores, of which a test waits part of the time.
    maxWorkers: 3,
    expect: { poll: { timeout: PATIENCE_MS } },
    hookTimeout: QUICK_MS,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{src-main,src-renderer,src-relay}/**/*.test.{ts,tsx}',
            ...LOADED_ANEW,
            'tests/*.test.ts',
            'tests/{relay,package}/**/*.test.ts',
          ],
          testTimeout: QUICK_MS,
          // As in playwright.config.ts. Not for the random histories: another seed proves nothing.
          retry: process.env.CI ? 1 : 0,
        },
      },
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['shared/**/*.test.ts'],
          exclude: LOADED_ANEW,
          // It keeps nothing but the language, which a test puts back: so it is loaded once, and not once for each file.
          isolate: false,
          testTimeout: QUICK_MS,
          retry: process.env.CI ? 1 : 0,
        },
      },
      {
        extends: true,
        test: {
          name: 'random',
          include: ['tests/{property,faults,soak}/**/*.test.ts'],
          testTimeout: LONG_MS,
        },
      },
      // Only npm run soak asks for it (scripts/soak.mjs).
      ...(process.env.CONFIDANT_SOAK_SEED === undefined
        ? []
        : [{ test: { name: 'soak', include: ['tests/soak/soak.run.ts'] } }]),
    ],
  },
})
