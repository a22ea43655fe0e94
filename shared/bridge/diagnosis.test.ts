/** What a diagnosis may hold: whatever it is handed, nothing that a coach has written gets into it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diagnosisText } from './diagnosis'
import { createFailures, toFailure } from './failures'

const AT = '2026-11-27T09:41:12.345Z'
const NONE = { parts: [], failures: [] }
const linesWith = (value: string) =>
  diagnosisText(
    '2026-11-27',
    { parts: [{ of: 'part', lines: [['line', value]] }], failures: [] },
    NONE,
  )

test('versions, systems and states are told; sentences, paths, addresses and secrets are left out', () => {
  for (const told of ['0.3.0', 'linux', '6.1.0-18-amd64', 'disk-full', 'en-GB', 'not-as-listed'])
    expect(linesWith(told)).toContain(`line: ${told}\n`)
  for (const kept of [
    'Amara is not sleeping',
    '/home/dr.osei/.config/confidant',
    'C:\\Users\\osei',
    'wss://relay.school.example/#correct-horse',
    'osei@school.example',
    'Zoë',
    'x'.repeat(41),
    'a\nb',
    '',
  ])
    expect(linesWith(kept)).toContain('line: (left out)\n')
})

test('of a failure the kind and the places are told, whatever it says and wherever the program lies', () => {
  const secret = 'Amara Osei failed Anatomy'
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('', 'ENOSPC', secret), (words, code) => {
      const error = Object.assign(new TypeError(`${secret}\n    at ${secret}.js:1:2 ${words}`), {
        code,
      })
      const { kind, places } = toFailure(error, AT)
      expect(kind).toBe(code === 'ENOSPC' ? 'TypeError ENOSPC' : 'TypeError')
      expect(places.length).toBeGreaterThan(0)
      expect([kind, ...places].join(' ')).not.toMatch(/Amara|Osei|Anatomy|[/\\]/)
    }),
  )
  const named = new Error('said')
  named.name = secret
  named.stack = 'Error: other words\n    at Amara (/home/osei/index.js:1:2)'
  expect(toFailure(named, AT)).toEqual({ at: '2026-11-27T09:41Z', kind: 'Error', places: [] })
  expect(toFailure(secret, AT).kind).toBe('string')
})

test('the last failures are kept, and no more', () => {
  const failures = createFailures(() => AT)
  for (let i = 0; i < 100; i++) failures.note(new RangeError(String(i)))
  expect(failures.all()).toHaveLength(20)
})
