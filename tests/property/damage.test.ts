/** Damaged headers and backups, thousands of them: an error by name, what is whole still opens, nothing is made up. */

import fc from 'fast-check'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../shared/base/id'
import { createRecord } from '../../shared/crdt/record-clock'

import { createEnvelope } from '../../shared/envelope/envelope'
import { goals } from '../../shared/model/record/goal'
import { createMentee, readMentee } from '../../shared/model/record/mentee'
import {
  createHeader,
  headerToText,
  type KdfParameters,
  textToHeader,
  unlockWithPassphraseKey,
} from '../../shared/vault/header'
import { newKey } from '../../shared/vault/keys'
import { createSealer } from '../../shared/vault/seal'
import { FILE_HEAD, scanFrames, toFrame } from '../../src-main/disk/frames'
import { openBlobs } from '../../src-renderer/store/backup/open-blobs'

const RUNS = 5000

beforeAll(() => sodium.ready)

const damage = (bytes: Uint8Array, at: number, cut: number, put: Uint8Array): Uint8Array => {
  const from = Math.min(at, bytes.length)
  return new Uint8Array([
    ...bytes.subarray(0, from),
    ...put,
    ...bytes.subarray(Math.min(bytes.length, from + cut)),
  ])
}

const anyDamage = (length: number) =>
  fc.tuple(fc.nat(length), fc.nat(60), fc.uint8Array({ maxLength: 12 }))

describe('damage', () => {
  test(`${RUNS} damaged headers: refused by name, or the same header as before`, () => {
    const kdf: KdfParameters = {
      algorithm: 'argon2id13',
      opsLimit: 3,
      memLimit: 64 * 1024 * 1024,
      salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    }
    const passphraseKey = newKey()
    const vaultKey = newKey()
    const header = createHeader({
      createdAt: '2026-11-24T00:00:00.000Z',
      vaultKey,
      passphraseKey,
      kdf,
      recoveryKey: newKey(),
    })
    const text = new TextEncoder().encode(headerToText(header))
    fc.assert(
      fc.property(anyDamage(text.length), ([at, cut, put]) => {
        const read = textToHeader(new TextDecoder().decode(damage(text, at, cut, put)))
        if (!read.ok) {
          expect(['damaged', 'newer', 'weak-parameters']).toContain(read.error)
          return
        }
        // Only white space was touched: then it opens as before.
        const opened = unlockWithPassphraseKey(read.value, passphraseKey)
        expect(opened.ok && opened.value.vaultKey).toEqual(vaultKey)
      }),
      { numRuns: RUNS },
    )
  })

  test(`${RUNS} damaged backup files: every piece that the damage does not touch still opens, and no other`, () => {
    const record = newId()
    const key = newKey()
    const doc = createRecord(Date.now)
    const envelope = createEnvelope(doc, createSealer(key, record), 'reader')
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    createMentee(doc, { name: 'Amara Osei' })
    for (let goal = 0; goal < 3; goal++) goals.add(doc, { title: `Goal ${goal}` })
    for (const update of updates) envelope.append(update)
    const blobs = envelope.blobs()
    const file = Buffer.concat([FILE_HEAD, ...blobs.map(toFrame)])
    const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(Buffer.from(b))
    fc.assert(
      fc.property(anyDamage(file.length), ([at, cut, put]) => {
        const scan = scanFrames(Buffer.from(damage(file, at, cut, put)))
        for (const blob of scan.blobs) expect(blobs.some((known) => same(known, blob))).toBe(true)
        // One stretch of damage costs the pieces that it touches: at most two more than it is long.
        expect(scan.blobs.length).toBeGreaterThanOrEqual(scan.newer ? 0 : blobs.length - 2 - cut)
        // Over the bridge they arrive as plain bytes, and not as Node's buffers.
        const opened = openBlobs(
          record,
          [key],
          scan.blobs.map((blob) => new Uint8Array(blob)),
        )
        expect(opened.unopened).toBe(0)
        readMentee(opened.doc)
        opened.doc.destroy()
      }),
      { numRuns: RUNS },
    )
  })
})
