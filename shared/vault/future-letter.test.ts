import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import {
  letterWord,
  MOST_LETTER_CHARACTERS,
  MOST_SEALED_CHARACTERS,
  openFutureLetter,
  readFutureLetter,
  sealFutureLetter,
} from './future-letter'
import { derivePassphraseKey, newKdfParameters } from './header'

beforeAll(() => sodium.ready)

const place = () => ({ id: 'letter', record: 'record', kdf: newKdfParameters() })
const key: Uint8Array = new Uint8Array(32).fill(7)
const stored = (text: string, at = place()) => sealFutureLetter(text, key, at)
const reading = (text: string, of = key, id = 'letter') => {
  const letter = readFutureLetter(text)
  return letter.ok ? openFutureLetter(letter.value, of, id) : letter
}

test('a letter opens with its word, written with other capitals and spaces too, and with no other', () => {
  const at = place()
  const keyOf = (typed: string) => derivePassphraseKey(letterWord(typed), at.kdf)
  const sealed = sealFutureLetter('Be kind to yourself.', keyOf('Blue  heron at dawn'), at)
  expect(reading(sealed, keyOf(' blue heron At dawn'))).toEqual({
    ok: true,
    value: 'Be kind to yourself.',
  })
  expect(reading(sealed, keyOf('blue heron at dusk'))).toEqual({ ok: false, error: 'wrong-word' })
})

test('what is stored has nothing of the letter in it, and a short one is as long as a longer one', () => {
  const [short, longer] = [stored('Breathe.'), stored('Breathe. '.repeat(400))]
  expect(short).not.toContain('Breathe')
  expect(short).toHaveLength(longer.length)
})

test('the longest letter in the widest script has room', () => {
  const text = '漢'.repeat(MOST_LETTER_CHARACTERS)
  const sealed = stored(text)
  expect(sealed.length).toBeLessThan(MOST_SEALED_CHARACTERS)
  expect(reading(sealed)).toEqual({ ok: true, value: text })
})

test('in the place of another letter, or as one of another record, it does not open', () => {
  const sealed = stored('Breathe.')
  expect(reading(sealed, key, 'another').ok).toBe(false)
  const moved = sealed.replace('"record":"record"', '"record":"other"')
  expect(reading(moved)).toEqual({ ok: false, error: 'wrong-word' })
})

test('a key that is too cheap to guess is refused, and so is what is damaged or newer', () => {
  const sealed = stored('Breathe.')
  const cheap = sealed.replace(/"memLimit":\d+/, '"memLimit":8192')
  expect(reading(cheap)).toEqual({ ok: false, error: 'damaged-letter' })
  expect(reading(sealed.slice(0, -1))).toEqual({ ok: false, error: 'damaged-letter' })
  expect(reading(sealed.replace('"version":1', '"version":2'))).toEqual({
    ok: false,
    error: 'newer-letter',
  })
  expect(reading('')).toEqual({ ok: false, error: 'damaged-letter' })
})
