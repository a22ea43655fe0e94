/** What must hold at the end of a story: all laptops agree, nothing that was saved is missing, and nobody else can read it. */
import { destroyKey } from '../../shared/crdt/vault-record'
import { noteLines } from '../../shared/model/record/note-text'
import { plainText } from '../../shared/note-text/delta'
import { pass, passing } from '../faults/fake-time'
import { inDatabase } from '../faults/laptop'
import type { LossyFolder } from '../faults/lossy-folder'
import type { createWorld } from '../faults/removal-laptops'
import { type Actor, PLANTED, type Words } from './cast'
import type { StoryRelay } from './evil'
import type { Story } from './story'

export interface Scene {
  readonly story: Story
  readonly world: Awaited<ReturnType<typeof createWorld>>
  readonly relay: StoryRelay
  readonly folder: LossyFolder | undefined
  readonly actors: readonly Actor[]
  readonly words: Words[]
  /** Mentees whose key somebody destroyed. */
  readonly erased: Set<string>
  /** Who removed whom. */
  readonly removers: Map<string, readonly string[]>
}

/** Sweeps come every five minutes, and what failed often is tried ever more rarely. */
const PATIENCE_MS = 20 * 60_000
const LOOK_EVERY_MS = 2000
/** Reading everything on every laptop takes long: whoever has not agreed by then is looked at more rarely. */
const SOON_MS = 120_000
const LOOK_LATER_EVERY_MS = 30_000

const isRemoved = (actor: Actor): boolean =>
  actor.isOpen() && actor.standing().standing.kind === 'removed'

const stateOf = (actor: Actor): string => {
  const { relay, folder } = actor.status()
  return `${relay?.state ?? 'no relay'}/${folder?.state ?? 'no folder'}`
}
const isAtRest = (actor: Actor): boolean => {
  const { relay, folder } = actor.status()
  const { waiting, saving, standing } = actor.standing()
  return (
    standing.kind === 'current' &&
    saving === 'saved' &&
    waiting === 0 &&
    (relay === undefined || relay.state === 'synced') &&
    (folder === undefined || folder.state === 'agreed')
  )
}

/** Everything that a laptop can read, in one order. */
const readAll = async (actor: Actor): Promise<Readonly<Record<string, string>>> => {
  const session = actor.session()
  const all: Record<string, string> = { laptops: session.ring.epoch.toString() }
  for (const id of Object.keys(actor.standing().records).sort()) {
    const record = actor.standing().records[id]
    all[id] = JSON.stringify(record)
    for (const note of record?.notes ?? [])
      all[`${id}/${note.id}`] =
        (await passing(session.use(id, async ({ doc }) => plainText(noteLines(doc, note.id))))) ??
        'unreadable'
    const versions = (await passing(session.history.read(id))) ?? []
    all[`${id}/history`] = JSON.stringify([...versions].sort((a, b) => (a.id < b.id ? -1 : 1)))
  }
  return all
}

/** What somebody who stays wrote and saw as saved; and of one that was removed, what reached another who stays. */
const required = ({ words, erased }: Scene, staying: readonly Actor[]): readonly Words[] => {
  const names = new Set(staying.map(({ name }) => name))
  return words.filter(
    ({ saved, by, seenBy, record }) =>
      !erased.has(record) &&
      ((saved && names.has(by)) || [...seenBy].some((name) => names.has(name))),
  )
}

/** What is not as it should be; nothing when all is. */
const complaints = async (scene: Scene): Promise<readonly string[]> => {
  const staying = scene.actors.filter((actor) => !isRemoved(actor))
  const [first, ...others] = staying
  if (first === undefined) return ['nobody is left']
  const tired = staying.filter((actor) => !actor.isOpen() || !isAtRest(actor))
  if (tired.length > 0)
    return tired.map((actor) =>
      actor.isOpen()
        ? `${actor.name} is not at rest: ${stateOf(actor)}, ${actor.standing().standing.kind}, ` +
          `${actor.standing().saving}, ${actor.standing().waiting} waiting, ` +
          `${JSON.stringify(actor.status())}`
        : `${actor.name} is not open`,
    )
  const keyed = stillKeyed(scene)
  if (keyed.length > 0) return keyed
  const found: string[] = []
  const here = await readAll(first)
  for (const other of others) {
    const there = await readAll(other)
    for (const part of new Set([...Object.keys(here), ...Object.keys(there)]))
      if (here[part] !== there[part])
        found.push(`${part}\n  ${first.name}: ${here[part]}\n  ${other.name}: ${there[part]}`)
  }
  const text = Object.values(here).join('\n')
  for (const words of required(scene, staying))
    if (!text.includes(words.text)) found.push(`lost: ${JSON.stringify(words)}`)
  return found
}

/** After its removal nothing new reaches a laptop. */
const learned = ({ actors, words }: Scene): readonly string[] =>
  actors.filter(isRemoved).flatMap((actor) => {
    const titles = new Set(actor.titles())
    const { ring } = actor.session()
    return words
      .filter(({ text, epoch }) => titles.has(text) && epoch > ring.epoch)
      .map(({ text }) => `${actor.name} was removed and reads “${text}”`)
  })

/** Of whoever one that stays shows as removed, the key ends where it was removed. */
const stillKeyed = ({ actors }: Scene): readonly string[] =>
  actors
    .filter((actor) => actor.isOpen() && !isRemoved(actor))
    .flatMap((at) =>
      at
        .session()
        .ring.chain.flatMap(({ removed }) => removed)
        .flatMap((id) => actors.filter((other) => other.id === id && other.isOpen()))
        .filter((other) => other.session().ring.keys.has(at.session().ring.epoch))
        .map((other) => `${at.name} removed ${other.name}, which has the key all the same`),
    )

/** Where a word that everybody wrote stands in plain bytes. */
const leaks = async ({ relay, folder, actors }: Scene): Promise<readonly string[]> => {
  const isPlain = (bytes: Uint8Array): boolean =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(PLANTED)
  const found: string[] = []
  if ((await relay.bytes()).some(isPlain)) found.push('a relay reads')
  if (folder?.bytes().some(isPlain)) found.push('the folder tells')
  for (const { name, disk } of actors) {
    if ([...disk.folder.values(), ...disk.owed.values()].flat().some(isPlain))
      found.push(`${name}’s sealed folder tells`)
    const rows = await passing(
      inDatabase(disk, (database) =>
        Promise.all(database.tables.map((table) => table.toArray() as Promise<unknown[]>)),
      ),
    )
    const values = (rows ?? []).flat().flatMap((row) => Object.values(row as object))
    const isRead = (value: unknown): boolean =>
      value instanceof Uint8Array ? isPlain(value) : JSON.stringify(value)?.includes(PLANTED)
    if (values.some(isRead)) found.push(`${name}’s database tells`)
  }
  return found
}

/** As a coach does who reads that of a mentee nothing will arrive any more: only what nobody has goes. */
const stopWaiting = async (actor: Actor): Promise<void> => {
  if (!actor.isOpen() || isRemoved(actor)) return
  for (const record of actor.lostMentees())
    await passing(actor.session().runOnVault(destroyKey, record))
}

/** Waits until all is as it should be, for so many milliseconds of the story; rejects with what is not. */
export const expectPeace = async (scene: Scene, patience = PATIENCE_MS): Promise<number> => {
  let found: readonly string[] = ['not looked yet']
  let passed = 0
  while (found.length > 0 && passed < patience) {
    const wait = passed < SOON_MS ? LOOK_EVERY_MS : LOOK_LATER_EVERY_MS
    await pass(wait)
    passed += wait
    for (const actor of scene.actors) {
      await actor.follow()
      await stopWaiting(actor)
    }
    found = await complaints(scene)
  }
  found = [...found, ...learned(scene), ...(await leaks(scene))]
  if (found.length > 0) throw new Error(found.join('\n'))
  return passed
}
