/**
 * Erasing, byte by byte: the laptop's real sealed folder, also under ids that it had before. Nothing in it may give the
 * record's key back to somebody who has the vault's.
 */
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toBase64UrlEncoded } from 'lib0/buffer'
import { beforeAll, expect, test } from 'vitest'
import { destroyKey } from '../../shared/crdt/vault-record'
import { decodePiece } from '../../shared/envelope/piece'
import { askToErase, carryOutErasure } from '../../shared/model/caseload/ending'
import type { OpenedVault } from '../../shared/vault/header'
import { deriveVaultRecord } from '../../shared/vault/keys'
import { createSealer } from '../../shared/vault/seal'
import { scanFrames } from '../../src-main/disk/frames'
import { createSealedFolder } from '../../src-main/disk/sealed-folder'
import { type Disk, newDisk, newVault, openLaptop } from './laptop'

let vault: () => OpenedVault
beforeAll(async () => {
  vault = await newVault()
})

const FACTS = { notes: 0, sessions: 0, goals: 0, backups: '', generation: 0 }

/** A laptop whose profile is on a real disk, under one of its ids. */
const laptop = async (root: string, id: string, disk: Disk) => {
  const folder = createSealedFolder(root, id)
  let setAsideDropped = 0
  const { session } = await openLaptop(disk, vault(), {
    device: id,
    calls: {
      folder: {
        tails: folder.tails,
        // Over the bridge bytes come as plain arrays of them.
        read: async (record) => {
          const { blobs, damaged } = await folder.read(record)
          return { blobs: blobs.map((blob) => new Uint8Array(blob)), damaged }
        },
        append: folder.append,
        replace: folder.replace,
        erase: folder.erase,
        keepOwn: folder.keepOwn,
      },
      backups: {
        dropSetAside: async () => {
          setAsideDropped++
        },
      },
    },
  })
  return {
    session,
    setAsideDropped: () => setAsideDropped,
    addMentee: async () => {
      const record = await session.addMentee({ name: 'Amara' })
      await session.flush()
      return { record, key: toBase64UrlEncoded(session.keyOf(record)?.slice() ?? new Uint8Array()) }
    },
    erase: async (record: string) => {
      await session.runOnVault(askToErase, { record, name: 'Amara', why: '', today: '2026-11-01' })
      const id =
        session.model.getState().vault.erasures.find((one) => one.record === record)?.id ?? ''
      await session.runOnVault(carryOutErasure, {
        id,
        record,
        at: '2026-11-20T10:00:00.000Z',
        facts: FACTS,
      })
      return session.whenCleared()
    },
    close: async () => {
      await session.close()
      await folder.close()
    },
  }
}

/** Everything that the vault record's files of all ids say to whoever has the vault key. */
const readable = async (root: string): Promise<string> => {
  const { id, key } = deriveVaultRecord(vault().vaultKey)
  const sealer = createSealer(key, id)
  const texts: string[] = []
  for (const device of await readdir(root)) {
    const bytes = await readFile(join(root, device, `${id}.sealed`)).catch(() => Buffer.alloc(0))
    for (const blob of scanFrames(bytes).blobs) {
      const opened = sealer.open(blob)
      const piece = opened.ok ? decodePiece(opened.value) : undefined
      if (piece?.ok === true && piece.value.kind === 'update')
        texts.push(Buffer.from(piece.value.update).toString('latin1'))
    }
  }
  return texts.join('\n')
}

const newRoot = (): Promise<string> => mkdtemp(join(tmpdir(), 'confidant-erasing-'))

test('the key of an erased record is in no blob of the vault record any more', async () => {
  const root = await newRoot()
  const here = await laptop(root, 'now', newDisk())
  const { record, key } = await here.addMentee()
  expect(await readable(root)).toContain(key)
  expect(await here.erase(record)).toEqual({ cleared: true })
  expect(await readable(root)).not.toContain(key)
  await here.close()
})

test('nor in what the laptop wrote under an earlier id, and what only that id had written is kept', async () => {
  const root = await newRoot()
  const disk = newDisk()
  const before = await laptop(root, 'earlier', disk)
  const { record, key } = await before.addMentee()
  await before.close()
  // confidant.json was lost: the laptop takes another id, over the database that it had.
  await (await laptop(root, 'now', disk)).close()
  // A file that stayed under the earlier id while its namesake moved (moveDeviceFolder).
  const left = await laptop(root, 'earlier', newDisk())
  const stays = await left.addMentee()
  await left.close()
  const here = await laptop(root, 'now', disk)
  expect(here.session.model.getState().records[record]?.mentee.name).toBe('Amara')
  expect(await here.erase(record)).toEqual({ cleared: true })
  expect(await readable(root)).not.toContain(key)
  expect(await readable(root)).toContain(stays.key)
  for (const device of await readdir(root))
    expect(await readdir(join(root, device))).not.toContain(`${record}.sealed`)
  await here.close()
})

test('what a restore set aside goes when a record is erased, and stays when a sample is taken out', async () => {
  const here = await laptop(await newRoot(), 'now', newDisk())
  const sample = await here.addMentee()
  await here.session.runOnVault(destroyKey, sample.record)
  await here.session.whenCleared()
  expect(here.setAsideDropped()).toBe(0)
  const { record } = await here.addMentee()
  await here.erase(record)
  expect(here.setAsideDropped()).toBe(1)
  await here.close()
})
