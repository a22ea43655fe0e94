/** There is one dialog to fill something in (form-dialog.tsx); each other one says at its head why it is none. */
import { expect, test } from 'vitest'

const sources = import.meta.glob<string>('../**/*.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('a dialog that is not the one form says why', () => {
  const dialogs = Object.entries(sources).filter(
    ([path, source]) => source.includes('<Modal') && !/form-dialog\.tsx$|\.test\./.test(path),
  )
  expect(dialogs.length).toBeGreaterThan(10)
  const silent = dialogs.filter(
    ([, source]) => !source.slice(0, source.indexOf('*/')).includes('Not a form:'),
  )
  expect(silent.map(([path]) => path)).toEqual([])
})
