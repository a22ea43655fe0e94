/**
 * A caseload through a folder: 300 notes of 3 kB, from one laptop to another that has nothing, until they can be read there.
 * Two sessions without windows, with the real store (IndexedDB in memory), the real sync, and main's own files on this
 * machine's disk, each flushed. The reference is what an encrypted notes program in wide use takes to push and to pull as
 * much through a folder, before decrypting (issue 15: 11 s and 3 s, on its own machine).
 */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Host } from '../../shared/bridge/host'
import { notes, startNote } from '../../shared/model/record/note'
import { plainLine } from '../../shared/note-text/delta'
import { openProfile } from '../../src-main/disk/profile'
import { createSyncFolder } from '../../src-main/disk/sync-folder'
import { startFolderSync } from '../../src-renderer/sync/folder/folder-sync'
import { newDisk, newVault, openLaptop } from '../faults/laptop'
import { type Figure, figure, median } from './figure'
import { createRandom, writer } from './invented-words'

const MENTEES = 30
const NOTES = 10
const NOTE_CHARACTERS = 3000
const ROUNDS = 3
const PUSH_REFERENCE_MS = 11_000
const PULL_REFERENCE_MS = 3000

const { text } = writer(createRandom(300))

const until = async (holds: () => boolean): Promise<void> => {
  const end = Date.now() + 120_000
  while (!holds()) {
    if (Date.now() > end) throw new Error(`still waiting for ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const round = async (root: string, at: number) => {
  const vault = await newVault()
  const chosen = await mkdtemp(join(root, 'chosen-'))
  const open = async (name: string) => {
    const profile = openProfile(join(root, `${name} ${at}`))
    profile.set({ exchangeFolder: chosen })
    const calls: Host['syncFolder'] = createSyncFolder(profile, async () => undefined)
    const laptop = await openLaptop(newDisk(), vault(), {
      device: name.padEnd(22, '-'),
      name,
      calls: { syncFolder: calls },
    })
    return { ...laptop, sync: () => startFolderSync(laptop.session, calls, { alone: true }) }
  }
  const clinic = await open('clinic')
  for (let mentee = 0; mentee < MENTEES; mentee++) {
    const record = await clinic.session.addMentee({ name: `Mentee ${mentee}` })
    await clinic.session.run(
      record,
      (doc) => {
        for (let number = 0; number < NOTES; number++)
          startNote(doc, {
            id: notes.add(doc, { title: `Note ${number}` }),
            lines: [plainLine(text(NOTE_CHARACTERS))],
          })
      },
      undefined,
    )
  }
  const pushing = performance.now()
  const there = clinic.sync()
  await until(() => there.status.getState().state === 'written')
  const push = performance.now() - pushing
  const home = await open('home')
  const read = (): number =>
    Object.values(home.session.model.getState().records).reduce(
      (sum, record) => sum + record.notes.length,
      0,
    )
  const pulling = performance.now()
  const here = home.sync()
  await until(() => read() === MENTEES * NOTES)
  const pull = performance.now() - pulling
  const [place = ''] = await readdir(chosen)
  const files = await readdir(join(chosen, place))
  const sizes = await Promise.all(files.map((file) => stat(join(chosen, place, file))))
  there.destroy()
  here.destroy()
  await clinic.session.close()
  await home.session.close()
  return { push, pull, bytes: sizes.reduce((sum, { size }) => sum + size, 0) }
}

export const measureFolder = async (): Promise<readonly Figure[]> => {
  Object.assign(globalThis, { window: new EventTarget() })
  const root = await mkdtemp(join(tmpdir(), 'confidant-bench-'))
  const rounds = []
  for (let at = 0; at < ROUNDS; at++) rounds.push(await round(root, at))
  await rm(root, { recursive: true, force: true })
  const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}`
  const what = `300 notes of 3 kB into the folder (${machine})`
  return [
    figure(what, 'ms', median(rounds.map(({ push }) => push)), PUSH_REFERENCE_MS, '≤ 0.1'),
    figure(
      'and out of it, readable on a laptop that had nothing',
      'ms',
      median(rounds.map(({ pull }) => pull)),
      PULL_REFERENCE_MS,
      '≤ 0.1',
    ),
    figure(
      'bytes in the folder, both laptops’, against the notes’ own',
      'bytes',
      median(rounds.map(({ bytes }) => bytes)),
      MENTEES * NOTES * NOTE_CHARACTERS,
    ),
  ]
}
