/** The vault's header: what opens it, what does not, and what of it cannot be weakened. */
import fc from 'fast-check'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  createHeader,
  derivePassphraseKey,
  HEADER_FORMAT,
  type Header,
  headerToText,
  KDF_DEFAULT,
  newKdfParameters,
  textToHeader,
  unlockWithPassphraseKey,
  unlockWithRecoveryKey,
  withPassphrase,
} from './header'
import { newKey } from './keys'

beforeAll(() => sodium.ready)

describe('the header', () => {
  const vaultKey = new Uint8Array(32).fill(9)
  const recoveryKey = new Uint8Array(32).fill(5)
  const kdf = {
    algorithm: 'argon2id13' as const,
    opsLimit: 2,
    memLimit: 19 * 1024 * 1024,
    salt: 'A'.repeat(22),
  }
  const make = () =>
    createHeader({
      createdAt: '2026-11-24T00:00:00.000Z',
      vaultKey,
      recoveryKey,
      kdf,
      passphraseKey: derivePassphraseKey('right words', kdf),
    })
  const reread = (header: Header): Header => {
    const read = textToHeader(headerToText(header))
    if (!read.ok) throw new Error(read.error)
    return read.value
  }

  test('opens with the passphrase, however its letters are composed, and with the recovery key', () => {
    const header = reread(
      createHeader({
        createdAt: '2026-11-24T00:00:00.000Z',
        vaultKey,
        recoveryKey,
        kdf,
        passphraseKey: derivePassphraseKey('caf\u00e9 au lait', kdf),
      }),
    )
    const opened = unlockWithPassphraseKey(header, derivePassphraseKey('cafe\u0301 au lait', kdf))
    expect(opened.ok && opened.value.vaultKey).toEqual(vaultKey)
    const recovered = unlockWithRecoveryKey(header, recoveryKey)
    expect(recovered.ok && recovered.value.vaultKey).toEqual(vaultKey)
  })

  test('a wrong passphrase and a foreign recovery key are named', () => {
    const header = reread(make())
    expect(unlockWithPassphraseKey(header, derivePassphraseKey('wrong words', kdf))).toEqual({
      ok: false,
      error: 'wrong-passphrase',
    })
    expect(unlockWithRecoveryKey(header, newKey())).toEqual({
      ok: false,
      error: 'wrong-recovery-key',
    })
  })

  test('a new passphrase rewraps the same key; the old one opens nothing', () => {
    const opened = unlockWithRecoveryKey(make(), recoveryKey)
    if (!opened.ok) throw new Error(opened.error)
    const next = { ...kdf, salt: `${'B'.repeat(21)}A` }
    const header = reread(
      withPassphrase(opened.value, derivePassphraseKey('new words', next), next),
    )
    expect(unlockWithPassphraseKey(header, derivePassphraseKey('new words', next)).ok).toBe(true)
    expect(unlockWithPassphraseKey(header, derivePassphraseKey('right words', next)).ok).toBe(false)
    expect(unlockWithRecoveryKey(header, recoveryKey).ok).toBe(true)
  })

  test('damage: any changed byte of the file is noticed, and never taken for a wrong passphrase', () => {
    const text = headerToText(make())
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.integer({ min: 33, max: 126 }), (at, code) => {
        const altered = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1)
        const read = textToHeader(altered)
        if (read.ok)
          expect(read.value).toEqual(
            textToHeader(text).ok && (textToHeader(text) as { value: Header }).value,
          )
        else expect(['damaged', 'newer', 'weak-parameters']).toContain(read.error)
      }),
      { numRuns: 500 },
    )
    const crafted = { ...make(), kdf: { ...kdf, salt: 'B'.repeat(22) }, recoveryWrap: 'A' }
    expect(textToHeader(headerToText(crafted))).toEqual({ ok: false, error: 'damaged' })
    for (const nonsense of [
      '',
      '{}',
      'null',
      '[]',
      '{"header":{},"checksum":"x"}',
      text.slice(0, 80),
    ])
      expect(textToHeader(nonsense)).toEqual({ ok: false, error: 'damaged' })
  })

  test('KDF downgrade: parameters under the floor are refused, and a rewritten header does not open', () => {
    const weak = { ...kdf, opsLimit: 1, memLimit: 8 * 1024 * 1024 }
    const header = createHeader({
      createdAt: '2026-11-24T00:00:00.000Z',
      vaultKey,
      recoveryKey,
      kdf: weak,
      passphraseKey: derivePassphraseKey('right words', weak),
    })
    expect(textToHeader(headerToText(header))).toEqual({ ok: false, error: 'weak-parameters' })
    const lowered = { ...make(), kdf: { ...kdf, opsLimit: 3 } }
    expect(unlockWithRecoveryKey(reread(lowered), recoveryKey)).toEqual({
      ok: false,
      error: 'tampered',
    })
    expect(KDF_DEFAULT).toEqual({ opsLimit: 3, memLimit: 64 * 1024 * 1024 })
    expect(newKdfParameters().salt).not.toBe(newKdfParameters().salt)
  })

  test('parameters over the ceiling are refused: a header cannot hold the laptop up for hours', () => {
    for (const dear of [
      { ...kdf, opsLimit: 17 },
      { ...kdf, memLimit: 2 * 1024 ** 3 },
    ]) {
      const header = createHeader({
        createdAt: '2026-11-24T00:00:00.000Z',
        vaultKey,
        recoveryKey,
        kdf: dear,
        passphraseKey: newKey(),
      })
      expect(textToHeader(headerToText(header))).toEqual({ ok: false, error: 'weak-parameters' })
    }
  })

  test('a wrapped key of another vault, or made under other parameters, does not open', () => {
    const passphraseKey = newKey()
    const one = createHeader({
      createdAt: '2026-11-24T00:00:00.000Z',
      vaultKey,
      recoveryKey,
      kdf,
      passphraseKey,
    })
    const { createdAt, recoveryWrap } = one
    const other = createHeader({
      vaultKey,
      kdf,
      passphraseKey,
      vaultId: 'x'.repeat(22),
      createdAt,
      recoveryWrap,
    })
    expect(unlockWithRecoveryKey(other, recoveryKey)).toEqual({
      ok: false,
      error: 'wrong-recovery-key',
    })
    const moved = { ...one, kdf: { ...kdf, opsLimit: 3 } }
    expect(unlockWithPassphraseKey(moved, passphraseKey)).toEqual({
      ok: false,
      error: 'wrong-passphrase',
    })
  })

  test('a header of a newer format is refused as such', () => {
    const header = { ...make(), version: HEADER_FORMAT + 1 } as unknown as Header
    expect(textToHeader(headerToText(header))).toEqual({ ok: false, error: 'newer' })
  })
})
