import { expect, test } from 'vitest'
import { captureOf, whomAbout } from './whom-about'

const mentees = ['Amara Osei', 'Dana Kowalski', 'Dan Kowal', 'José Núñez', 'Wei Zhang'].map(
  (name) => ({ id: name, name }),
)

test.each([
  ['Amara Osei', 'Amara Osei'],
  ['amara', 'Amara Osei'],
  ['  osei ', 'Amara Osei'],
  ['nunez', 'José Núñez'],
  ['kowalski d', 'Dana Kowalski'],
  ['Dan Kowal', 'Dan Kowal'],
])('“%s” is %s', (typed, name) => {
  expect(whomAbout(typed, mentees)?.name).toBe(name)
})

test('who could be two, or is none, stays in the words of the capture', () => {
  for (const about of ['dan', 'Luis'])
    expect(captureOf('Ask about choir', about, mentees)).toEqual({
      text: `Ask about choir (${about})`,
      about: '',
    })
  expect(captureOf('Ask about choir', ' ', mentees)).toEqual({ text: 'Ask about choir', about: '' })
  expect(captureOf('Ask about choir', 'wei', mentees)).toEqual({
    text: 'Ask about choir',
    about: 'Wei Zhang',
  })
})
