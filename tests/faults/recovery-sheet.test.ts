/** A replaced recovery sheet holds everywhere: on laptops that are open, that come late, and that a thief opens with it. */

import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ok } from '../../shared/base/result'
import { createRecord } from '../../shared/crdt/record-clock'
import {
  keepRecoveryKey,
  noteHeader,
  readHeaders,
  readRecovery,
  replaceRecoveryKey,
  sheetMark,
  standingSheet,
} from '../../shared/model/caseload/recovery'
import {
  createHeader,
  headerToText,
  newKdfParameters,
  type OpenedVault,
  opensWith,
  textToHeader,
  unlockWithPassphraseKey,
  unlockWithRecoveryKey,
  withPassphrase,
  withRecovery,
} from '../../shared/vault/header'
import { newKey } from '../../shared/vault/keys'
import { followRecoverySheet } from '../../src-renderer/store/session/recovery-sheet'
import { meet } from '../steps/two-devices'
import { newDisk, openLaptop } from './laptop'

beforeAll(() => sodium.ready)

const KDF = () => newKdfParameters()
const OLD = new Uint8Array(32).fill(1)
const keyOf = (vault: Y.Doc): Uint8Array | undefined => standingSheet(vault, undefined)?.key

/** Opens one vault on a laptop; its sheet is the old one, as the vault record knows. */
const laptop = async (vaultKey: Uint8Array, name: string) => {
  const kdf = KDF()
  const header = createHeader({
    createdAt: '2026-11-24T00:00:00.000Z',
    vaultKey,
    kdf,
    passphraseKey: newKey(),
    recoveryKey: OLD,
  })
  let stored = headerToText(header)
  const { session } = await openLaptop(
    newDisk(),
    { header, vaultKey: vaultKey.slice() },
    {
      name,
      calls: {
        header: {
          write: async (text) => {
            stored = text
            return ok(undefined)
          },
        },
      },
    },
  )
  const elsewhere: string[] = []
  return {
    session,
    elsewhere,
    /** What the file on the disk opens with now. */
    stored: () => {
      const read = textToHeader(stored)
      if (!read.ok) throw new Error(read.error)
      return read.value
    },
    opensWith: (key: Uint8Array): boolean => {
      const read = textToHeader(stored)
      return read.ok && unlockWithRecoveryKey(read.value, key).ok
    },
    settle: () => followRecoverySheet(session, async () => elsewhere.push(name)),
    state: () => session.use(session.vaultRecordId, async ({ doc }) => Y.encodeStateAsUpdate(doc)),
    take: async (update: Uint8Array | undefined) => {
      await session.runOnVault((doc) => Y.applyUpdate(doc, update ?? new Uint8Array()), undefined)
    },
  }
}
type Laptop = Awaited<ReturnType<typeof laptop>>
const exchange = async (a: Laptop, b: Laptop): Promise<void> => {
  await b.take(await a.state())
  await a.take(await b.state())
}
/** Until what follows from a change has been stored. */
const eventually = async (holds: () => boolean): Promise<void> => {
  await expect.poll(holds).toBe(true)
}

test('another laptop that is open follows as soon as it hears, says so, and notes it for the others', async () => {
  const vaultKey = newKey()
  const a = await laptop(vaultKey, 'a')
  const b = await laptop(vaultKey, 'b')
  await a.session.runOnVault(keepRecoveryKey, OLD)
  await exchange(a, b)
  const sheets = a.settle()
  await b.settle().followed()
  const made = await sheets.replace()
  if (!made.ok) throw new Error(made.error)
  expect(a.opensWith(OLD)).toBe(false)
  expect(a.opensWith(made.value)).toBe(true)
  expect(a.elsewhere).toEqual([])
  const { recovery, headers } = a.session.model.getState().vault
  expect(headers[b.session.device]?.sheet).not.toBe(recovery.sheet)
  await exchange(a, b)
  await eventually(() => b.opensWith(made.value))
  expect(b.opensWith(OLD)).toBe(false)
  await eventually(() => b.elsewhere.length === 1)
  await eventually(
    () =>
      b.session.model.getState().vault.headers[b.session.device]?.sheet ===
      b.session.model.getState().vault.recovery.sheet,
  )
})

test('whoever opens a late laptop with the old sheet does not make it the vault’s again', async () => {
  const vaultKey = newKey()
  const a = await laptop(vaultKey, 'a')
  const b = await laptop(vaultKey, 'b')
  await a.session.runOnVault(keepRecoveryKey, OLD)
  await exchange(a, b)
  const made = await a.settle().replace()
  if (!made.ok) throw new Error(made.error)
  // B knows of it, and its header opens with the old sheet until it settles in: after the thief has come in.
  await exchange(a, b)
  await b.session.runOnVault(keepRecoveryKey, OLD)
  await b.settle().followed()
  await exchange(a, b)
  expect(b.opensWith(OLD)).toBe(false)
  expect(a.opensWith(OLD)).toBe(false)
  expect(a.opensWith(made.value)).toBe(true)
})

test('a new passphrase that was being derived meanwhile does not bring the old sheet back', async () => {
  const a = await laptop(newKey(), 'a')
  await a.session.runOnVault(keepRecoveryKey, OLD)
  const sheets = a.settle()
  await sheets.followed()
  const kdf = KDF()
  const passphraseKey = newKey()
  const [, made] = await Promise.all([
    a.session.rewrap((opened) => withPassphrase(opened, passphraseKey, kdf)),
    sheets.replace(),
    a.session.rewrap((opened) => withPassphrase(opened, passphraseKey, kdf)),
  ])
  expect(made.ok && a.opensWith(made.value)).toBe(true)
  expect(a.opensWith(OLD)).toBe(false)
  expect(unlockWithPassphraseKey(a.stored(), passphraseKey).ok).toBe(true)
})

test('a header is never wrapped around a key that a lock has zeroed', async () => {
  const a = await laptop(newKey(), 'a')
  const before = headerToText(a.stored())
  await a.session.close()
  expect((await a.session.rewrap((opened: OpenedVault) => withRecovery(opened, newKey()))).ok).toBe(
    false,
  )
  expect(headerToText(a.stored())).toBe(before)
})

test('a retired sheet stays so, whoever writes it again, version 0.2 included', () => {
  const vault = createRecord(Date.now)
  keepRecoveryKey(vault, OLD)
  const next = newKey()
  replaceRecoveryKey(vault, { key: next, by: 'a', now: '2026-11-24T10:00:00.000Z' })
  keepRecoveryKey(vault, OLD)
  expect(keyOf(vault)).toEqual(next)
  // As 0.2 does when it is opened with the old sheet.
  const recovery = vault.getMap('recovery')
  recovery.set('key', Buffer.from(OLD).toString('base64url'))
  recovery.set('keptAt', '2027-01-01T00:00:00.000Z')
  expect(keyOf(vault)).toEqual(next)
  expect(recovery.get('key')).toBe(Buffer.from(next).toString('base64url'))
  expect(JSON.stringify(vault.getMap('recovery').toJSON())).not.toContain(
    Buffer.from(OLD).toString('base64url'),
  )
})

test('a sheet that version 0.2 replaced does not come back with whoever opens an old backup by it', () => {
  const vault = createRecord(Date.now)
  keepRecoveryKey(vault, OLD)
  const next = newKey()
  vault.getMap('recovery').set('key', Buffer.from(next).toString('base64url'))
  keepRecoveryKey(vault, OLD)
  expect(keyOf(vault)).toEqual(next)
})

test('of two that were made at the same time the later stands for both, whoever comes in with the other one', () => {
  const here = createRecord(Date.now)
  keepRecoveryKey(here, OLD)
  const there = createRecord(Date.now)
  meet(here, there)
  const [first, second, third] = [newKey(), newKey(), newKey()]
  replaceRecoveryKey(here, { key: second, by: 'a', now: '2026-11-24T10:00:01.000Z' })
  replaceRecoveryKey(there, { key: first, by: 'b', now: '2026-11-24T10:00:00.000Z' })
  meet(here, there)
  keepRecoveryKey(there, first)
  meet(here, there)
  expect(keyOf(here)).toEqual(second)
  expect(keyOf(there)).toEqual(second)
  expect(readRecovery(here)).toEqual(readRecovery(there))
  expect(JSON.stringify(here.getMap('recovery').toJSON())).not.toContain(
    Buffer.from(first).toString('base64url'),
  )
  // By a clock that is behind, too.
  replaceRecoveryKey(there, { key: third, by: 'b', now: '2020-01-01T00:00:00.000Z' })
  meet(here, there)
  expect(keyOf(here)).toEqual(third)
})

test('what a laptop’s header opens with is noted by it alone, and a backup’s is told from its header', () => {
  const vault = createRecord(Date.now)
  noteHeader(vault, { device: 'a', sheet: sheetMark(OLD) })
  noteHeader(vault, { device: 'a', passphraseOn: '2026-03-03' })
  expect(readHeaders(vault)).toEqual({ a: { sheet: sheetMark(OLD), passphraseOn: '2026-03-03' } })

  const vaultKey = newKey()
  const backup = createHeader({
    createdAt: '2026-11-24T00:00:00.000Z',
    vaultKey,
    kdf: KDF(),
    passphraseKey: newKey(),
    recoveryKey: OLD,
  })
  const key = newKey()
  const now = withRecovery({ vaultKey, header: backup }, key)
  expect(opensWith(backup, now, key)).toEqual({ passphrase: true, sheet: false })
  expect(opensWith(now, now, key)).toEqual({ passphrase: true, sheet: true })
  const changed = withPassphrase({ vaultKey, header: now }, newKey(), KDF())
  expect(opensWith(now, changed, key)).toEqual({ passphrase: false, sheet: true })
})
