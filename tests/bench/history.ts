/**
 * What a year's history takes beside the record that it is of: one mentee, met every second week. Each session has a note
 * of some 250 words; half of them are gone over once within the week, a fifth twice. Four goals are worked on five times
 * a year, six reflections written, half of them again later. Kept for ninety days, as it is set. Both
 * as they lie on the disk.
 */
import sodium from 'libsodium-wrappers-sumo'
import * as Y from 'yjs'
import { createRecord } from '../../shared/crdt/record-clock'
import { createEnvelope } from '../../shared/envelope/envelope'
import { createLocalUpdates } from '../../shared/envelope/local-updates'
import { keptName } from '../../shared/model/history/said'
import { createSittings } from '../../shared/model/history/sitting'
import { surplusIn } from '../../shared/model/history/thinning'
import { dropVersions, keepVersion, readVersions } from '../../shared/model/history/version'
import { checkIns } from '../../shared/model/record/check-in'
import { goals } from '../../shared/model/record/goal'
import { createMentee } from '../../shared/model/record/mentee'
import { notes } from '../../shared/model/record/note'
import { textForWriting } from '../../shared/model/record/note-text'
import { reflections } from '../../shared/model/record/reflection'
import { createBreak } from '../../shared/note-text/text'
import { createSealer } from '../../shared/vault/seal'
import { watchHistory } from '../../src-renderer/store/record/history-watch'
import { type Figure, figure } from './figure'
import { createRandom, writer } from './invented-words'

/** As store/session/history.ts has it. */
const FEW_THINNED = 8
const DAY_MS = 86_400_000
const YEAR_DAYS = 365
const DEVICE = 'bench'.padEnd(22, '-')

/** A document with its envelope: what is changed is sealed at the end of a sitting. */
const sealed = (doc: Y.Doc, name: string) => {
  const key = new Uint8Array(32).fill(1)
  const envelope = createEnvelope(doc, createSealer(key, name), DEVICE)
  const local = createLocalUpdates(doc)
  return {
    seal: () => {
      const update = local.take()
      if (update !== undefined) envelope.append(update)
    },
    /** As when it is opened the next time. */
    open: () => void envelope.compact({ when: 'many' }),
    purge: () => void envelope.compact({ when: 'any' }),
    bytes: () => Y.encodeStateAsUpdate(envelope.doc).length,
  }
}

const createYear = () => {
  let now = Date.parse('2026-01-05T09:00:00Z')
  const record = createRecord(() => now)
  const companion = createRecord(() => now)
  const [ours, history] = [sealed(record, 'record'), sealed(companion, 'history')]
  watchHistory(record, createSittings(), (item, said, at) =>
    keepVersion(companion, { of: keptName(item), at, device: DEVICE, said }),
  )
  return {
    record,
    day: () => new Date(now).toISOString().slice(0, 10),
    sitDown: (act: () => void): void => {
      ours.open()
      history.open()
      act()
      now += 3_600_000
      ours.seal()
      history.seal()
    },
    /** Thins as an opened companion is. */
    pass: (days: number): void => {
      now += days * DAY_MS
      const seen = new Date(now).toISOString().slice(0, 10)
      const { thinned, expired } = surplusIn(readVersions(companion), { seen, days: 90 })
      if (expired.length === 0 && thinned.length < FEW_THINNED) return
      dropVersions(companion, [...thinned, ...expired])
      history.seal()
      history.purge()
    },
    bytes: () => [history.bytes(), ours.bytes()] as const,
    purge: (): void => {
      ours.purge()
      history.purge()
    },
  }
}

export const measureHistory = async (): Promise<Figure[]> => {
  await sodium.ready
  const random = createRandom(5)
  const { text } = writer(random)
  const { record, day, sitDown, pass, bytes, purge } = createYear()
  sitDown(() => createMentee(record, { name: 'Amara Osei' }))
  const type = (id: string, characters: number): void => {
    const into = textForWriting(record, id)
    if (into === undefined) return
    const from = into.length - 1
    const at = Math.floor(random() * from)
    for (const [index, letter] of [...text(characters)].entries())
      into.insert(Math.min(at, from) + index, letter)
    into.insertEmbed(into.length - 1, createBreak(), {})
  }
  const field = (id: string, name: 'why' | 'barriers' | 'strategies'): void =>
    goals.edit(record, { id, next: { [name]: text(160) } })
  const own = Array.from({ length: 4 }, () => {
    let id = ''
    sitDown(() => {
      id = goals.add(record, { title: text(40), why: text(160), barriers: text(160) })
    })
    return id
  })
  for (let week = 0; week * 7 < YEAR_DAYS; week++) {
    pass(1)
    if (week % 2 === 0) {
      let id = ''
      sitDown(() => {
        id = notes.add(record, { date: day(), title: text(20) })
        for (let paragraph = 0; paragraph < 6; paragraph++) type(id, 250)
        checkIns.add(record, { date: day() })
      })
      const again = random() < 0.2 ? 2 : random() < 0.6 ? 1 : 0
      for (let times = 0; times < again; times++) {
        pass(1)
        sitDown(() => type(id, 120))
      }
    }
    const goal = own[week % own.length]
    if (goal !== undefined && week % 10 < 4)
      sitDown(() => field(goal, random() < 0.5 ? 'strategies' : 'barriers'))
    if (week % 9 === 4) {
      let id = ''
      const sections = { what: text(500), soWhat: text(400), nowWhat: text(200) }
      sitDown(() => {
        id = reflections.add(record, { date: day(), framework: 'what', sections })
      })
      pass(2)
      if (random() < 0.5)
        sitDown(() =>
          reflections.edit(record, { id, next: { sections: { ...sections, nowWhat: text(220) } } }),
        )
    }
    pass(5)
  }
  const lying = bytes()
  purge()
  const compact = bytes()
  const measured = (how: string, [history, whole]: typeof lying): Figure =>
    figure(`history of a year, ${how}, over its record`, 'bytes stored', history, whole, '≤ 0.25')
  return [measured('as stored', lying), measured('both compacted', compact)]
}
