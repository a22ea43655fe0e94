import fc from 'fast-check'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, describe, expect, test } from 'vitest'
import { deriveRoom, deriveVaultRecord, newKey } from './keys'
import {
  answerRequest,
  createOffer,
  createRequest,
  derivePairing,
  newPairingCode,
  openAnswer,
  openNonce,
  pairingNumber,
  readRequest,
  sealNonce,
} from './pairing'
import { bytesToGroups, groupsToBytes } from './recovery-key'
import { createSealer, padmeLength, SEAL_OVERHEAD } from './seal'

beforeAll(() => sodium.ready)

describe('sealing', () => {
  const key = new Uint8Array(32).fill(1)

  test('what is sealed opens in its own place, and nowhere else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (plaintext) => {
        const blob = createSealer(key, 'record a').seal(plaintext)
        expect(createSealer(key, 'record a').open(blob)).toEqual({ ok: true, value: plaintext })
        expect(createSealer(key, 'record b').open(blob).ok).toBe(false)
        expect(createSealer(key, 'record a', 1).open(blob).ok).toBe(false)
        expect(createSealer(newKey(), 'record a').open(blob).ok).toBe(false)
      }),
    )
  })

  test('modification: no altered or shortened blob opens', () => {
    const blob = createSealer(key, 'a').seal(new Uint8Array(200))
    for (let at = 0; at < blob.length; at++) {
      const altered = blob.slice()
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(createSealer(key, 'a').open(altered).ok).toBe(false)
      expect(createSealer(key, 'a').open(blob.slice(0, at)).ok).toBe(false)
    }
  })

  test('a newer format is told apart from damage', () => {
    const blob = createSealer(key, 'a').seal(new Uint8Array(10))
    blob[0] = 2
    expect(createSealer(key, 'a').open(blob)).toEqual({ ok: false, error: 'newer-format' })
  })

  test('sizes: padding costs at most 12 % and hides all but a few lengths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 10_000_000 }), (length) => {
        expect(padmeLength(length)).toBeGreaterThanOrEqual(length)
        expect(padmeLength(length) / length).toBeLessThanOrEqual(1.12)
      }),
    )
    const sizes = new Set(
      Array.from(
        { length: 1000 },
        (_, index) => createSealer(key, 'a').seal(new Uint8Array(1000 + index)).length,
      ),
    )
    expect(sizes.size).toBeLessThan(40)
    expect(createSealer(key, 'a').seal(new Uint8Array(0)).length).toBe(SEAL_OVERHEAD + 1)
  })
})

describe('codes on paper', () => {
  test('any 32 bytes come back, however they are typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const groups = bytesToGroups(bytes)
        expect(groups).toHaveLength(9)
        expect(groupsToBytes(groups.join(' '), 32)).toEqual({ ok: true, value: bytes })
        expect(
          groupsToBytes(groups.join('-').toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l'), 32),
        ).toEqual({ ok: true, value: bytes })
      }),
    )
  })

  test('a slip is found in the group where it happened', () => {
    const groups = [...bytesToGroups(new Uint8Array(32).fill(77))]
    let found = 0
    for (let group = 0; group < groups.length; group++) {
      const letter = groups[group]?.[2] === 'A' ? 'B' : 'A'
      const typed = groups
        .map((text, index) => (index === group ? text.slice(0, 2) + letter + text.slice(3) : text))
        .join(' ')
      const read = groupsToBytes(typed, 32)
      if (!read.ok && read.error.kind === 'group' && read.error.group === group + 1) found++
    }
    // A check of five bits misses one slip in thirty-two.
    expect(found).toBeGreaterThanOrEqual(7)
    expect(groupsToBytes('too short', 32)).toEqual({
      ok: false,
      error: { kind: 'length', groups: 9 },
    })
  })
})

describe('what every device derives', () => {
  test('rooms, tokens and ids differ by record, generation and vault', () => {
    const [one, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
    const all = [
      deriveRoom(one, 'r', 0),
      deriveRoom(one, 'r', 1),
      deriveRoom(one, 's', 0),
      deriveRoom(other, 'r', 0),
    ]
    expect(new Set(all.flatMap(({ room, token }) => [room, token])).size).toBe(8)
    expect(deriveRoom(one, 'r', 0)).toEqual(all[0])
    expect(deriveVaultRecord(one).id).not.toBe(deriveVaultRecord(other).id)
  })
})

describe('pairing', () => {
  const grant = {
    vaultKey: new Uint8Array(32).fill(3),
    vaultId: 'v',
    createdAt: 'c',
    recoveryWrap: 'w',
    generation: 2,
  }
  const keysFor = (code: string) => {
    const derived = derivePairing(code)
    if (!derived.ok) throw new Error('code')
    return derived.value
  }

  const asker = (request: { readonly name: string; readonly publicKey: Uint8Array }) => ({
    name: request.name,
    publicKey: request.publicKey,
  })

  test('the code is 128 bits, and the grant reaches the device that asked with it', () => {
    const code = newPairingCode().join(' ')
    const request = createRequest(keysFor(code), 'Clinic laptop')
    const read = readRequest(keysFor(code), request.sealed)
    if (!read.ok) throw new Error(read.error)
    expect(read.value).toEqual({ ...asker(request), knowsEpochs: true })
    const answer = answerRequest(keysFor(code), read.value, grant)
    expect(openAnswer(keysFor(code), request, answer)).toEqual({ ok: true, value: grant })
    expect(groupsToBytes(code, 16)).toMatchObject({ ok: true })
  })

  test('leaked key: neither the relay, nor another code, nor another device opens the answer', () => {
    const code = newPairingCode().join('')
    const request = createRequest(keysFor(code), 'Clinic laptop')
    const answer = answerRequest(keysFor(code), request, grant)
    expect(openAnswer(keysFor(newPairingCode().join('')), request, answer).ok).toBe(false)
    expect(
      openAnswer(keysFor(code), createRequest(keysFor(code), 'Clinic laptop'), answer).ok,
    ).toBe(false)
    expect(readRequest(keysFor(newPairingCode().join('')), request.sealed)).toEqual({
      ok: false,
      error: 'not-ours',
    })
    expect(Buffer.from(answer).includes(Buffer.from(grant.vaultKey))).toBe(false)
  })

  test('both show one number; another key, name or first part gives another', () => {
    const keys = keysFor(newPairingCode().join(''))
    const offer = createOffer(keys)
    const request = createRequest(keys, 'Clinic laptop')
    const nonce = openNonce(keys, offer.sealed, sealNonce(keys, offer))
    if (!nonce.ok) throw new Error(nonce.error)
    const number = pairingNumber(keys, request, nonce.value)
    expect(number).toMatch(/^\d{3} \d{3}$/)
    expect(pairingNumber(keys, asker(request), offer.nonce)).toBe(number)
    const others = [
      pairingNumber(keys, createRequest(keys, 'Clinic laptop'), offer.nonce),
      pairingNumber(keys, { ...request, name: 'Another' }, offer.nonce),
      pairingNumber(keys, request, createOffer(keys).nonce),
    ]
    // One of a million each.
    expect(others.filter((one) => one === number)).toHaveLength(0)
  })

  test('whoever comes in between cannot choose a first part that suits: it was committed to', () => {
    const keys = keysFor(newPairingCode().join(''))
    const offer = createOffer(keys)
    expect(openNonce(keys, offer.sealed, sealNonce(keys, createOffer(keys))).ok).toBe(false)
  })

  test('a name is one short line without signs that are not seen, whoever wrote it', () => {
    const keys = keysFor(newPairingCode().join(''))
    const { name } = createRequest(keys, `\u202eClinic\n\u0000laptop${' a'.repeat(100)}`)
    expect(name).toMatch(/^Clinic laptop a/)
    expect(name).toHaveLength(60)
    const sealed = createSealer(keys.key, 'pairing/2/request').seal(
      Buffer.from(JSON.stringify({ name: 'x\u200b'.repeat(500), publicKey: 'A'.repeat(43) })),
    )
    const read = readRequest(keys, sealed)
    expect(read.ok && read.value.name).toHaveLength(60)
  })

  test('a laptop with version 0.2, which shows no number, is told apart', () => {
    const keys = keysFor(newPairingCode().join(''))
    const old = createSealer(keys.key, 'pairing/request').seal(new Uint8Array(32))
    expect(readRequest(keys, old)).toEqual({ ok: false, error: 'older' })
  })
})
