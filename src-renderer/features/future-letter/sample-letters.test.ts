/** The sample caseload's letters are real ones: their word opens them. */
import sodium from 'libsodium-wrappers-sumo'
import { expect, test } from 'vitest'
import letters from '../../../shared/demo/sealed-letters.json' with { type: 'json' }
import { letterWord, openFutureLetter, readFutureLetter } from '../../../shared/vault/future-letter'
import { derivePassphraseKey } from '../../../shared/vault/header'

test.each(Object.entries(letters))('the one of %s', async (_name, { id, sealed }) => {
  await sodium.ready
  const read = readFutureLetter(sealed)
  if (!read.ok) throw new Error(read.error)
  const key = derivePassphraseKey(letterWord('Sample  caseload'), read.value.kdf)
  expect(openFutureLetter(read.value, key, id).ok).toBe(true)
})
