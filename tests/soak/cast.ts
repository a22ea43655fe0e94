/**
 * The laptops of a story (faults/removal-laptops.ts), what is wrong with each one's disk, and what each has written and
 * shown as saved.
 */
import { goals } from '../../shared/model/record/goal'
import { notes, startNote } from '../../shared/model/record/note'
import { textForWriting } from '../../shared/model/record/note-text'
import { plainLine } from '../../shared/note-text/delta'
import type { VaultSession } from '../../src-renderer/store/session/vault-session'
import { passing } from '../faults/fake-time'
import { copyOfDisk, type Faults } from '../faults/laptop'
import type { TestLaptop } from '../faults/removal-laptops'

/** It is in every text that anybody writes: nobody outside the laptops may find it. */
export const PLANTED = 'Xylopyrograph'

/** A text that was written, and what became of it. */
export interface Words {
  readonly text: string
  readonly by: string
  readonly record: string
  /** Of the vault, as its laptop knew it. */
  readonly epoch: number
  readonly isTitle: boolean
  /** It was shown as saved, and that laptop's disk was not put back to before. */
  saved: boolean
  /** Laptops that had it, with everything saved, when one looked. */
  readonly seenBy: Set<string>
}

type DiskState = 'well' | 'full' | 'slow'

const ON_DISK = /^(folder\.(append|replace)|header\.write|database\.transaction)$/
const SLOW_MS = 300

export const createActor = (laptop: TestLaptop, written: Words[], random: () => number) => {
  let disk: DiskState = 'well'
  let callsLeft = Number.POSITIVE_INFINITY
  let wasOnline = true
  let copy: { readonly put: () => Promise<void>; readonly header: string } | undefined
  const watched = new WeakMap<VaultSession, Set<Words>>()

  const faults: Faults = (call) => {
    if (callsLeft <= 0) return { fault: 'hang', late: 0 }
    if (--callsLeft === 0) return { fault: random() < 0.5 ? 'hang' : 'hang-after', late: 0 }
    if (disk === 'full' && ON_DISK.test(call)) return { fault: 'reject', late: 0 }
    // Main finishes what it has begun, also for a page that is gone; a transaction ends with the page.
    if (disk === 'slow' && call.startsWith('folder.'))
      return { fault: 'late', late: random() * SLOW_MS }
    return undefined
  }

  /** What this session writes from now on; it is saved when all of it is shown as saved. */
  const under = (session: VaultSession): Set<Words> => {
    const known = watched.get(session)
    if (known !== undefined) return known
    const own = new Set<Words>()
    watched.set(session, own)
    session.model.subscribe(({ saving }) => {
      if (saving !== 'saved') return
      for (const words of own) words.saved = true
      own.clear()
    })
    return own
  }

  const mentees = (): readonly string[] => Object.keys(laptop.standing().records).sort()
  const menteeAt = (index: number): string | undefined =>
    mentees()[index % Math.max(1, mentees().length)]

  const run = (
    way: 'run' | 'type',
    record: string,
    isTitle: boolean,
    command: (doc: Parameters<typeof notes.add>[0], text: string) => boolean,
  ): void => {
    const session = laptop.session()
    const own = under(session)
    const text = `${PLANTED} ${laptop.name} ${written.length}.`
    const { epoch } = session.ring
    const words: Words = {
      ...{ text, by: laptop.name, record, epoch, isTitle, saved: false },
      seenBy: new Set(),
    }
    const change = (doc: Parameters<typeof notes.add>[0]): void => {
      if (!command(doc, text)) return
      written.push(words)
      own.add(words)
    }
    session[way](record, change, undefined).catch(() => undefined)
  }

  return {
    ...laptop,
    menteeAt,
    setDisk: (state: DiskState) => {
      disk = state
    },
    /** Everything stops after so many calls from now on. */
    stopAfter: (calls: number) => {
      callsLeft = calls + 1
    },
    writeNote: (record: string) =>
      run('run', record, true, (doc, text) => {
        const id = notes.add(doc, { title: text, date: '2026-11-24' })
        startNote(doc, { id, lines: [plainLine('')] })
        return true
      }),
    /** Into the first of a mentee's notes, as a coach types. */
    typeInto: (record: string) => {
      const note = laptop.standing().records[record]?.notes.at(-1)?.id
      if (note === undefined) return
      run('type', record, false, (doc, text) => {
        const into = textForWriting(doc, note)
        into?.insert(0, text)
        return into !== undefined
      })
    },
    /** The first goal, or one more. */
    setGoal: (record: string, number: number) => {
      const goal = laptop.standing().records[record]?.goals.at(-1)?.id
      laptop
        .session()
        .run(
          record,
          (doc) =>
            goal === undefined
              ? void goals.add(doc, { title: `${PLANTED} goal` })
              : void goals.edit(doc, { id: goal, next: { why: `${PLANTED} ${number}` } }),
          undefined,
        )
        .catch(() => undefined)
    },
    goOnline: () => {
      wasOnline = true
      if (laptop.isOpen()) laptop.goOnline()
    },
    goOffline: () => {
      wasOnline = false
      laptop.goOffline()
    },
    unlock: async () => {
      if (laptop.isOpen()) return
      callsLeft = Number.POSITIVE_INFINITY
      await laptop.unlock({ online: wasOnline, faults })
    },
    follow: async () => {
      if (laptop.isOpen() && laptop.standing().standing.kind === 'follow') await laptop.follow()
    },
    /** Notes down what is to be seen here. */
    look: () => {
      if (!laptop.isOpen() || laptop.standing().saving !== 'saved') return
      const here = new Set(laptop.titles())
      for (const words of written)
        if (words.isTitle && here.has(words.text)) words.seenBy.add(laptop.name)
    },
    /** While it is locked. */
    makeCopy: async () => {
      const put = await passing(copyOfDisk(laptop.disk))
      copy = put === undefined ? undefined : { put, header: laptop.header() }
    },
    /** Not over a removal that was followed: from before that, a laptop is one that has to be set up anew. */
    putCopy: async (): Promise<boolean> => {
      if (copy === undefined || copy.header !== laptop.header()) return false
      await passing(copy.put())
      laptop.disk.owed.clear()
      return true
    },
  }
}

export type Actor = ReturnType<typeof createActor>
