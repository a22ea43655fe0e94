/** The list of npm run mutants does not rot: each line is still there, once, and so is the test that holds it. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import mutants from './mutants.json' with { type: 'json' }

test('each line of the list stands once in its file, and its test has the title that is named', () => {
  for (const { name, file, find, replace, test: held } of mutants) {
    expect(readFileSync(file, 'utf8').split(find).length, `${name}: “${find}” in ${file}`).toBe(2)
    expect(replace, name).not.toBe(find)
    expect(find, name).not.toContain('\n')
    const titled = `'${held.title.replaceAll("'", "\\'")}'`
    expect(readFileSync(held.file, 'utf8').includes(titled), `${held.file}: ${titled}`).toBe(true)
    expect(['vitest', 'e2e'], name).toContain(held.runner)
  }
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length)
})
