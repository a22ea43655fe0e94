/** Locking overwrites the keys that were in the page's memory, whoever still holds them. */
import sodium from 'libsodium-wrappers-sumo'
import { expect, test, vi } from 'vitest'
import { deriveLetterBox, sealLetter } from '../shared/vault/letter-box'
import { createSealer } from '../shared/vault/seal'
import { newDisk, newVault, openLaptop } from './faults/laptop'

const ZEROS = new Uint8Array(32)

test('after locking, the vault’s key and every record’s are zeros, and captures can no longer be opened', async () => {
  const opened = (await newVault())()
  const { session } = await openLaptop(newDisk(), opened)
  const mentee = await session.addMentee({ name: 'Amara Osei' })
  const held = [opened.vaultKey, session.keyOf(mentee), session.keyOf(session.vaultRecordId)]
  for (const key of held) expect(key).not.toEqual(ZEROS)
  await session.close()
  for (const key of held) expect(key).toEqual(ZEROS)
})

test('a sealer and a letter box that are forgotten open nothing more', () => {
  const sealer = createSealer(new Uint8Array(32).fill(1), 'a')
  const blob = sealer.seal(new Uint8Array(10))
  expect(sealer.open(blob).ok).toBe(true)
  const zeroed = vi.spyOn(sodium, 'memzero')
  sealer.forget()
  expect(sealer.open(blob).ok).toBe(false)
  // The key that seals and the key that commits; either alone would do for the line above.
  expect(zeroed.mock.calls.map(([key]) => key)).toEqual([ZEROS, ZEROS])
  const box = deriveLetterBox(new Uint8Array(32).fill(2))
  const letter = sealLetter(box.publicKey, {
    kind: 'wrong-passphrase',
    at: new Date().toISOString(),
  })
  expect(box.open(letter)).toBeDefined()
  box.forget()
  expect(box.open(letter)).toBeUndefined()
})
