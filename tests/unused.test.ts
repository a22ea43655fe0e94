/**
 * What nothing uses is named by `npm run check`. Some tests read every source file by a pattern (`import.meta.glob`);
 * taken as a use, that would hide every unused export and file of the tree.
 */
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('knip looks for what uses an export', () => {
  const traced = ['--trace-file', 'shared/base/result.ts', '--trace-export', 'ok']
  const said = execFileSync('node_modules/.bin/knip', ['--no-progress', ...traced], {
    encoding: 'utf8',
  })
  expect(said).toContain('shared/base/result.ts:ok')
})
