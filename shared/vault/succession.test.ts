/** An announcement opens for whom it was made, and for nobody, nowhere and never else. */
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, describe, expect, test } from 'vitest'
import { epochAfter, epochOf, firstGeneration, follows } from './epochs'
import {
  createHeader,
  headerToText,
  newKdfParameters,
  textToHeader,
  unlockWithPassphraseKey,
} from './header'
import { createKeyRing, type Step, succeed } from './key-ring'
import { newKey } from './keys'
import { deriveLaptopKeys, type LaptopKeys, newSeed, proofOf } from './laptop-keys'
import { announce, isByMember, isSigned, openSuccession, type Succession } from './succession'

beforeAll(() => sodium.ready)

const VAULT = 'v'.repeat(22)
const AT = '2026-11-27T10:00:00.000Z'

const make = (from = 0) => {
  const vaultKey = newKey()
  const keys = Object.fromEntries(
    ['clinic', 'home', 'lost'].map((id) => [id, deriveLaptopKeys(newSeed())] as const),
  ) as Record<'clinic' | 'home' | 'lost', LaptopKeys>
  const one = announce({
    vault: VAULT,
    from,
    generation: firstGeneration(from),
    vaultKey,
    by: 'clinic',
    keys: keys.clinic,
    at: AT,
    removed: ['lost'],
    staying: keys,
  })
  return { vaultKey, keys, one }
}

const boxOf = (one: Succession, id: string) => {
  const box = one.boxes[id]
  if (box === undefined) throw new Error(id)
  return box
}

describe('an announcement', () => {
  test('gives each laptop that stays the same new key, the former one and the new sheet’s', () => {
    const { vaultKey, keys, one } = make()
    const [clinic, home] = (['clinic', 'home'] as const).map((id) =>
      openSuccession(one, id, keys[id], vaultKey),
    )
    expect(home?.ok && home.value.formerKey).toEqual(vaultKey)
    expect(home?.ok && home.value.vaultKey).not.toEqual(vaultKey)
    expect(clinic).toEqual(home)
    expect(follows(one.epoch, 0)).toBe(true)
  })

  test('gives the removed laptop nothing, though it was listed among those that stay', () => {
    const { vaultKey, keys, one } = make()
    expect(openSuccession(one, 'lost', keys.lost, vaultKey)).toEqual({ ok: false, error: 'no-box' })
    for (const id of ['clinic', 'home'])
      expect(openSuccession(one, id, keys.lost, vaultKey)).toEqual({ ok: false, error: 'not-ours' })
  })

  test('is not believed once any part of it is another', () => {
    const { keys, one } = make()
    expect(isSigned(one, VAULT)).toBe(true)
    const other = make().one
    const altered: Partial<Succession>[] = [
      { removed: ['home'] },
      { boxes: { clinic: boxOf(one, 'clinic') } },
      { boxes: { ...one.boxes, home: { ...boxOf(one, 'home'), sign: keys.lost.sign } } },
      { former: other.former },
      { sheet: other.sheet },
      { by: 'home' },
      { author: { ...one.author, sign: keys.lost.sign } },
      { author: { ...one.author, box: keys.lost.box } },
      { author: { ...one.author, proof: other.author.proof } },
      { at: '2026-11-27T10:00:01.000Z' },
      { epoch: one.epoch + 1 },
      { generation: 1 },
      { signature: other.signature },
      { signature: one.signature.slice(0, -2) },
      { signature: '' },
    ]
    for (const change of altered) expect(isSigned({ ...one, ...change }, VAULT)).toBe(false)
  })

  test('is not believed in another vault, nor of an author who did not have the former key', () => {
    const { vaultKey, one } = make()
    expect(isSigned(one, 'w'.repeat(22))).toBe(false)
    expect(isByMember(one, vaultKey)).toBe(true)
    expect(isByMember(one, newKey())).toBe(false)
  })

  test('replayed from an earlier epoch it does not fit the key of this one', () => {
    const { keys, one } = make()
    expect(openSuccession(one, 'home', keys.home, newKey())).toEqual({
      ok: false,
      error: 'not-ours',
    })
  })

  test('a box that was made for another laptop, or for another announcement, does not do', () => {
    const { vaultKey, keys, one } = make()
    const other = make()
    const swapped = { ...one, boxes: { ...one.boxes, home: boxOf(one, 'clinic') } }
    expect(openSuccession(swapped, 'home', keys.clinic, vaultKey).ok).toBe(false)
    const foreign = { ...one, boxes: { ...one.boxes, home: boxOf(other.one, 'home') } }
    expect(openSuccession(foreign, 'home', other.keys.home, vaultKey).ok).toBe(false)
    const { box, sign } = boxOf(one, 'home')
    const short = { ...one, boxes: { home: { box: box.slice(0, 40), sign } } }
    expect(openSuccession(short, 'home', keys.home, vaultKey).ok).toBe(false)
  })

  test('a removal of the author, or a box for whom it removes, makes it worth nothing', () => {
    const { keys } = make()
    const input = {
      vault: VAULT,
      from: 0,
      generation: 0,
      vaultKey: newKey(),
      by: 'clinic',
      keys: keys.clinic,
      at: AT,
    }
    const own = announce({ ...input, removed: ['clinic'], staying: { home: keys.home } })
    expect(isSigned(own, VAULT)).toBe(false)
  })
})

test('epochs are told from generations, and come one after the other', () => {
  const first = epochAfter(0)
  const second = epochAfter(first)
  expect([follows(first, 0), follows(second, first), follows(second, 0), follows(0, 0)]).toEqual([
    true,
    true,
    false,
    false,
  ])
  for (const epoch of [0, first, second]) {
    expect(epochOf(firstGeneration(epoch))).toBe(epoch)
    expect(epochOf(firstGeneration(epoch) + 99_999)).toBe(epoch)
  }
  expect(second).toBeGreaterThan(first)
})

test('a proof holds for one laptop, its keys and one key of the vault', () => {
  const { vaultKey, keys } = make()
  const proof = proofOf(vaultKey, 'home', keys.home)
  expect(proofOf(newKey(), 'home', keys.home)).not.toBe(proof)
  expect(proofOf(vaultKey, 'clinic', keys.home)).not.toBe(proof)
  expect(proofOf(vaultKey, 'home', keys.clinic)).not.toBe(proof)
})

describe('the header of a later epoch', () => {
  const opened = () => {
    const { vaultKey, keys, one } = make()
    const passphraseKey = newKey()
    const header = createHeader({
      vaultKey,
      passphraseKey,
      kdf: newKdfParameters(),
      createdAt: AT,
      vaultId: VAULT,
      recoveryWrap: 'AAAA',
    })
    const before = { vaultKey, header }
    const box = openSuccession(one, 'home', keys.home, vaultKey)
    if (!box.ok) throw new Error(box.error)
    const steps: readonly Step[] = [{ succession: one, opened: box.value }]
    const next = succeed(before, createKeyRing(before), steps, passphraseKey, 2)
    return { before, next, passphraseKey, one }
  }

  test('is of version 1 until a laptop is removed, and opens with the same passphrase afterwards', () => {
    const { before, next, passphraseKey } = opened()
    expect([before.header.version, 'epochs' in before.header]).toEqual([1, false])
    const read = textToHeader(headerToText(next.header))
    if (!read.ok) throw new Error(read.error)
    expect(read.value.version).toBe(2)
    const unlocked = unlockWithPassphraseKey(read.value, passphraseKey)
    expect(unlocked.ok && unlocked.value.vaultKey).toEqual(next.vaultKey)
  })

  test('has the keys of before, the vault record under its old id, and what led here', () => {
    const { before, next, one } = opened()
    const [old, ring] = [createKeyRing(before), createKeyRing(next)]
    expect(ring.vaultRecord).toBe(old.vaultRecord)
    expect(ring.former).toEqual([{ epoch: 0, generation: 2, key: before.vaultKey }])
    expect(ring.chain).toEqual([one])
    const random = newKey()
    expect(ring.recordKey('amara', random, 5)).toEqual(random)
    const first = firstGeneration(ring.epoch)
    expect(ring.recordKey('amara', random, first)).not.toEqual(random)
    expect(ring.recordKey('amara', newKey(), first)).not.toEqual(
      ring.recordKey('amara', random, first),
    )
    expect(ring.room('amara', 5)).toEqual(old.room('amara', 5))
    expect(old.room('amara', first)).toBeUndefined()
  })

  test('a laptop that is paired later opens the same vault, with the keys of before', () => {
    const { next } = opened()
    const { vaultKey, header } = next
    const joined = createHeader({
      vaultKey,
      passphraseKey: newKey(),
      kdf: newKdfParameters(),
      createdAt: header.createdAt,
      vaultId: header.vaultId,
      recoveryWrap: header.recoveryWrap,
      epochs: header.epochs,
    })
    const [ring, there] = [createKeyRing(next), createKeyRing({ vaultKey, header: joined })]
    expect([there.epoch, there.vaultRecord, there.former, there.chain]).toEqual([
      ring.epoch,
      ring.vaultRecord,
      ring.former,
      ring.chain,
    ])
  })

  test('a version that does not go with what is in it is damage', () => {
    const { next, before } = opened()
    const { epochs: _left, ...without } = next.header
    for (const header of [
      without,
      { ...next.header, version: 1 as const },
      { ...before.header, version: 2 as const },
    ])
      expect(textToHeader(headerToText(header))).toEqual({ ok: false, error: 'damaged' })
  })

  test('altered epochs are noticed once it is open', () => {
    const { next, before, passphraseKey } = opened()
    if (next.header.epochs === undefined) throw new Error('no epochs')
    const header = { ...next.header, epochs: { ...next.header.epochs, epoch: epochAfter(0) } }
    expect(unlockWithPassphraseKey(header, passphraseKey)).toEqual({ ok: false, error: 'tampered' })
    expect(unlockWithPassphraseKey(before.header, passphraseKey).ok).toBe(true)
  })
})
