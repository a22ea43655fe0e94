/** A file in the folder: whole or not at all, of this vault or of none, and silent about what is in it. */
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import { newKey } from '../../../shared/vault/keys'
import { createFolderSealer, type FolderFile, openFile, placeOf, sealFile } from './folder-file'

beforeAll(() => sodium.ready)

const update = new Uint8Array(3000).map((_byte, at) => at % 251)
const file: FolderFile = {
  kind: 'level',
  device: 'clinic laptop',
  level: 2,
  entries: [
    {
      record: 'amara osei',
      generation: 3,
      since: new Uint8Array([0]),
      until: new Uint8Array([1, 7, 9]),
      update,
    },
  ],
}

test('it opens with the vault’s key as what it was, and with no other', () => {
  const key = newKey()
  const sealed = sealFile(createFolderSealer(key), file)
  expect(openFile(createFolderSealer(key), sealed)).toEqual({ ok: true, value: file })
  expect(openFile(createFolderSealer(newKey()), sealed)).toEqual({
    ok: false,
    error: 'does-not-open',
  })
})

test('cut anywhere, or with any byte altered, it does not open', () => {
  const sealer = createFolderSealer(newKey())
  const sealed = sealFile(sealer, file)
  for (let at = 0; at < sealed.length; at += 37) {
    expect(openFile(sealer, sealed.subarray(0, at)).ok).toBe(false)
    const altered = sealed.slice()
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(openFile(sealer, altered).ok).toBe(false)
  }
})

test('one of a newer Confidant is told from one that is damaged, and from what is none of ours', () => {
  const sealer = createFolderSealer(newKey())
  const newer = sealFile(sealer, file)
  newer[9] = 2
  expect(openFile(sealer, newer)).toEqual({ ok: false, error: 'newer' })
  expect(openFile(sealer, new TextEncoder().encode('a holiday picture'))).toEqual({
    ok: false,
    error: 'foreign',
  })
})

test('neither its bytes nor the name of its place say whose it is or about whom; its length says little', () => {
  const key = newKey()
  const sealer = createFolderSealer(key)
  const text = Buffer.from(sealFile(sealer, file)).toString('latin1')
  expect(text).not.toMatch(/clinic|amara/)
  expect(placeOf(key)).toMatch(/^[a-z2-7]{8}$/)
  expect(placeOf(newKey())).not.toBe(placeOf(key))
  const lengthOf = (bytes: number): number =>
    sealFile(sealer, {
      ...file,
      entries: file.entries.map((entry) => ({ ...entry, update: update.subarray(0, bytes) })),
    }).length
  expect(lengthOf(2990)).toBe(lengthOf(3000))
})
