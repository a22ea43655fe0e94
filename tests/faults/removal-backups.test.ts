/** What was there before a removal: backups, the recovery sheet, captures, and a machine that begins from a backup. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BackupSummary, Host } from '../../shared/bridge/host'
import { standingSheet } from '../../shared/model/caseload/recovery'
import { textToHeader, unlockWithRecoveryKey } from '../../shared/vault/header'
import { deriveLetterBox, sealLetter } from '../../shared/vault/letter-box'
import { LETTER_BOX } from '../../shared/vault/letter-box-file'
import {
  bringBackMentee,
  mergeBackup,
  previewBackup,
} from '../../src-renderer/store/backup/restore'
import { passing, startFakeTime, stopFakeTime } from './fake-time'
import { createWorld, type TestLaptop } from './removal-laptops'
import { epochAt, followed, stateOf, until, worldOf } from './removal-steps'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const SUMMARY: BackupSummary = {
  id: 'b'.repeat(16),
  name: 'before',
  createdAt: '2026-11-24T00:00:00.000Z',
  vaultId: 'v',
  header: null,
  records: 2,
  complete: true,
}

const backUp = (from: TestLaptop, to: TestLaptop): void => {
  for (const [record, blobs] of from.disk.folder) to.backup.set(record, [...blobs])
}
/** Only what reading a backup asks for. */
const hostOf = ({ backup }: TestLaptop): Host => {
  const backups = {
    open: async () => ({
      header: null,
      records: [...backup.keys()],
      damaged: [],
      complete: true,
    }),
    read: async (_id: string, record: string) => ({ blobs: backup.get(record) ?? [], damaged: 0 }),
  }
  return { backups } as unknown as Host
}
const sheetAt = async (laptop: TestLaptop): Promise<Uint8Array> => {
  const sheet = await passing(laptop.session().runOnVault(standingSheet, undefined))
  if (sheet === undefined) throw new Error('no sheet')
  return sheet.key
}

test('a backup of before opens afterwards, is merged, and brings a mentee back', async () => {
  const world = await worldOf('clinic', 'lost')
  const clinic = world.get('clinic')
  await clinic.write(world.record, 'in the backup')
  backUp(clinic, clinic)
  await clinic.remove('lost')
  await until(() => epochAt(clinic, world.record) === clinic.session().ring.epoch)
  const host = hostOf(clinic)
  const preview = await passing(previewBackup(host, clinic.session(), SUMMARY))
  expect(preview?.ok && preview.value.mentees).toMatchObject([
    { name: 'Amara', notes: 1, damaged: 0 },
  ])
  const merged = await passing(mergeBackup(host, clinic.session(), SUMMARY, () => undefined))
  expect(merged).toEqual({ ok: true, value: 0 })
  const back = await passing(bringBackMentee(host, clinic.session(), SUMMARY, world.record))
  expect(back?.ok).toBe(true)
  await until(() => clinic.titles().join() === 'in the backup,in the backup')
  await world.end()
})

test('what only a backup of before holds comes back into the new epoch', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  await home.lock()
  await home.unlock({ online: false })
  await home.write(world.record, 'only at home')
  backUp(home, clinic)
  await clinic.remove('lost')
  const merged = await passing(
    mergeBackup(hostOf(clinic), clinic.session(), SUMMARY, () => undefined),
  )
  expect(merged).toEqual({ ok: true, value: 1 })
  await until(() => clinic.titles().join() === 'only at home')
  await until(() => clinic.session().headOf(world.record)?.moving === false)
  const blobs = clinic.disk.folder.get(world.record) ?? []
  const read = await passing(
    clinic.session().use(world.record, async ({ envelope }) => blobs.map(envelope.opens)),
  )
  expect(read).not.toContain(false)
  await world.end()
})

test('the recovery sheet is another one, the same for all who follow, and the old one opens none of them', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  await clinic.remove('lost')
  await followed(home)
  const sheet = await sheetAt(clinic)
  await until(() => stateOf(clinic, home) === 'here')
  expect(await sheetAt(home)).toEqual(sheet)
  for (const one of [clinic, home]) {
    const header = textToHeader(one.header())
    if (!header.ok) throw new Error(header.error)
    expect(unlockWithRecoveryKey(header.value, sheet).ok).toBe(true)
  }
  await world.end()
})

test('what was captured before is taken in afterwards, and the new letter box has another key', async () => {
  const world = await worldOf('clinic', 'lost')
  const clinic = world.get('clinic')
  const before = clinic.session().letterBoxKey
  expect(before).toBe(deriveLetterBox(world.vault().vaultKey).publicKey)
  const letter = sealLetter(before, {
    kind: 'capture',
    id: 'c'.repeat(22),
    text: 'call the registrar',
    about: '',
    at: '2026-11-24T08:00:00.000Z',
  })
  clinic.disk.folder.set(LETTER_BOX, [letter])
  await clinic.remove('lost')
  await passing(clinic.session().takeLetters())
  await until(() => clinic.standing().vault.captures.length === 1)
  expect(clinic.standing().vault.captures[0]?.text).toBe('call the registrar')
  expect(clinic.session().letterBoxKey).not.toBe(before)
  expect(clinic.session().formerLetterBoxKeys).toEqual([before])
  await world.end()
})

test('when the only laptop was stolen, one that begins from a backup removes it', async () => {
  const world = await createWorld(['stolen', 'fresh'])
  const [stolen, fresh] = [world.get('stolen'), world.get('fresh')]
  await stolen.unlock()
  const record = (await passing(stolen.session().addMentee({ name: 'Amara' }))) ?? ''
  await stolen.write(record, 'kept')
  for (const [record, blobs] of stolen.disk.folder) fresh.disk.folder.set(record, [...blobs])
  await fresh.unlock()
  await until(() => fresh.titles().join() === 'kept')
  expect(stateOf(fresh, stolen)).toBe('here')
  await fresh.remove('stolen')
  await until(() => stolen.standing().standing.kind === 'removed')
  await fresh.write(record, 'after the theft')
  await until(() => fresh.standing().waiting === 0)
  expect(stolen.titles()).toEqual(['kept'])
  await world.end()
})
