/** Laptops with a note, on which hours pass between its edits, and what they keep of it. */
import { vi } from 'vitest'
import type { Kept } from '../../shared/model/history/said'
import { notes, startNote } from '../../shared/model/record/note'
import { noteLines, textForWriting } from '../../shared/model/record/note-text'
import { plainLine, plainText } from '../../shared/note-text/delta'
import { deriveCompanion } from '../../shared/vault/keys'
import type { VaultSession } from '../../src-renderer/store/session/vault-session'
import { passing } from './fake-time'
import { type Disk, newDisk, newVault, openLaptop } from './laptop'

const vault = await newVault()
export const HOUR_MS = 60 * 60_000
export const DAY_MS = 24 * HOUR_MS
export const later = (ms: number): void => void vi.setSystemTime(Date.now() + ms)

export const openAt = async (
  place: string,
  disk: Disk = newDisk(),
  calls: Parameters<typeof openLaptop>[2] & object = {},
) => {
  const laptop = await passing(
    openLaptop(disk, vault(), { device: place.padEnd(22, '-'), name: place, ...calls }),
  )
  if (laptop === undefined) throw new Error('the vault does not open')
  return { ...laptop, disk }
}

export const aNote = async (session: VaultSession) => {
  const record = await passing(session.addMentee({ name: 'Amara' }))
  if (record === undefined) throw new Error('no mentee')
  const id = await passing(
    session.run(
      record,
      (doc) => {
        const note = notes.add(doc, { date: '2026-11-24' })
        startNote(doc, { id: note, lines: [plainLine('Sleep')] })
        return note
      },
      undefined,
    ),
  )
  if (id === undefined) throw new Error('no note')
  return { record, item: { kind: 'notes', id } satisfies Kept }
}

export const write = (session: VaultSession, record: string, { id }: Kept, words: string) =>
  passing(session.run(record, (doc) => void textForWriting(doc, id)?.insert(0, words), undefined))

export const textOf = (session: VaultSession, record: string, { id }: Kept) =>
  passing(session.use(record, async ({ doc }) => plainText(noteLines(doc, id))))

export const kept = async (session: VaultSession, record: string) => {
  await passing(session.history.settled())
  const versions = (await passing(session.history.read(record))) ?? []
  return versions.map(({ said, device }) => ({
    words: typeof said.body === 'string' ? said.body : (said.body?.[0]?.insert ?? ''),
    device: device.replaceAll('-', ''),
  }))
}

export const companionOf = (session: VaultSession, record: string): string => {
  const key = session.keyOf(record)
  if (key === undefined) throw new Error('no key')
  return deriveCompanion(key).id
}
