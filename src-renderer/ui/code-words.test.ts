import { expect, test } from 'vitest'
import { t } from '../../shared/words/words'
import { codeWords } from './code-words'

test('a code is said in words, and what a coach wrote stays as it stands', () => {
  expect(['let-go', 'no-number', 'coach', 'who-5', ''].map(codeWords)).toEqual([
    t('label.letGo'),
    t('checkIn.keepDone'),
    t('label.coach'),
    t('label.whoFive'),
    '',
  ])
  expect(codeWords('Shadow a clinic')).toBe('Shadow a clinic')
  expect(codeWords('constructor')).toBe('constructor')
})
