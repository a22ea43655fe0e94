/** Help that nobody can open is none: each topic has its button on a screen. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { HELP_TOPICS } from './topics'

const HOME = 'src-renderer/features'

test('each topic is beside what it is about', () => {
  const asked = readdirSync(HOME, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .flatMap((name) => [
      ...readFileSync(join(HOME, name), 'utf8').matchAll(/<HelpButton topic="([\w-]+)"/g),
    ])
    .map(([, topic]) => topic)
  expect(Object.keys(HELP_TOPICS).filter((topic) => !asked.includes(topic))).toEqual([])
})
