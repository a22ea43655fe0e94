/**
 * Random histories of what is kept of a record's texts: what an edit replaced is read of it exactly; any text becomes any
 * other by editing, around what another laptop types; and thinning, whoever does it and how often, keeps the last version
 * of each day and week.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addDays } from '../../shared/base/day'
import { putBack } from '../../shared/model/history/put-back'
import { isSameSaid, saidOf } from '../../shared/model/history/said'
import { surplusIn } from '../../shared/model/history/thinning'
import type { Version } from '../../shared/model/history/version'
import { goals, milestones } from '../../shared/model/record/goal'
import { notes } from '../../shared/model/record/note'
import { noteLines, noteText, textForWriting } from '../../shared/model/record/note-text'
import { emptySections, frameworkOf, reflections } from '../../shared/model/record/reflection'
import { LINE_KINDS, type Line } from '../../shared/note-text/delta'
import { editLines } from '../../shared/note-text/edit-lines'
import { linesSeen } from '../../shared/note-text/lines-seen'
import { before, now } from '../../shared/note-text/sight'
import { changeLine, createBreak, readLines } from '../../shared/note-text/text'
import { meet, newRecord, TODAY, twin } from '../steps/two-devices'

const RUNS = Number(process.env.HISTORIES ?? 100)

const words = fc.constantFrom('sleep', 'été ', '日本語', ' by', 'eleven ', 'a', '—')
const marks = fc.constantFrom({}, { bold: true }, { italic: true, bold: true })
const line: fc.Arbitrary<Line> = fc.record({
  kind: fc.constantFrom(...LINE_KINDS),
  depth: fc.nat(2),
  checked: fc.boolean(),
  runs: fc.array(fc.record({ insert: words, attributes: marks }), { maxLength: 4 }),
})
const lines = fc.array(line, { minLength: 1, maxLength: 6 })

/** One change of a text, at a place. */
const change = fc.record({
  what: fc.constantFrom('words', 'delete', 'format', 'line', 'break', 'words-and-delete'),
  at: fc.nat(60),
  more: fc.nat(8),
  words,
  kind: fc.constantFrom(...LINE_KINDS),
})
type Change = typeof change extends fc.Arbitrary<infer One> ? One : never

/** The last break stays. */
const carryOut = (text: Y.Text, { what, at, more, words: written, kind }: Change): void => {
  const place = at % text.length
  const length = Math.min(more, text.length - 1 - place)
  if (what.startsWith('words')) text.insert(place, written)
  if (what.endsWith('delete') && length > 0) text.delete(place, length)
  if (what === 'format' && length > 0) text.format(place, length, { bold: true })
  if (what === 'break') text.insertEmbed(place, createBreak({ kind }), {})
  if (what === 'line') changeLine(text, at % readLines(text).length, { kind, checked: more > 3 })
}

/** Marks aside: words that were cut in two are the same words. */
const plain = (all: readonly Line[]) =>
  all.map(({ kind, depth, checked, runs }) => ({
    kind,
    depth,
    checked,
    letters: runs.flatMap(({ insert, attributes = {} }) =>
      [...String(insert)].map((letter) => [letter, attributes]),
    ),
  }))

test('what a text said before an edit is read of it, whatever the edit does, and so is what it says now', () => {
  fc.assert(
    fc.property(
      lines,
      fc.array(fc.array(change, { minLength: 1, maxLength: 4 })),
      (first, edits) => {
        const doc = new Y.Doc()
        const text = doc.getText('note')
        editLines(text, first)
        let seen: readonly Line[] = []
        doc.on('afterTransaction', (transaction: Y.Transaction) => {
          seen = linesSeen(text, before(transaction))
        })
        for (const edit of edits) {
          const was = plain(readLines(text))
          doc.transact(() => {
            for (const one of edit) carryOut(text, one)
          })
          expect(plain(seen)).toEqual(was)
          expect(linesSeen(text, now)).toEqual(readLines(text))
        }
      },
    ),
    { numRuns: RUNS },
  )
})

test('a text becomes any other text, and keeps what another laptop types meanwhile', () => {
  fc.assert(
    fc.property(lines, lines, fc.nat(60), (first, next, at) => {
      const here = newRecord()
      const id = notes.add(here, { date: TODAY })
      const text = textForWriting(here, id)
      if (text === undefined) throw new Error('no text')
      editLines(text, first)
      const there = twin(here)
      const elsewhere = noteText(there, id)
      elsewhere?.insert(at % (elsewhere.length || 1), 'WHILE')
      editLines(text, next)
      expect(plain(readLines(text))).toEqual(plain(next))
      meet(here, there)
      expect(text.toString()).toContain('WHILE')
      expect(plain(noteLines(there, id))).toEqual(plain(readLines(text)))
    }),
    { numRuns: RUNS },
  )
})

const goalTexts = fc.record({
  why: fc.string(),
  barriers: fc.string({ maxLength: 300 }),
  support: fc.constantFrom('', 'A friend', 'The group'),
  milestone: fc.constantFrom('First step', 'Second step'),
})

test('whatever a goal said comes back whole, and taking that back gives what it said then', () => {
  fc.assert(
    fc.property(goalTexts, goalTexts, (first, second) => {
      const record = newRecord()
      const id = goals.add(record, { title: 'Sleep', ...first })
      const of = milestones.add(record, { of: id, title: first.milestone })
      const item = { kind: 'goals', id } as const
      const was = saidOf(record, item) ?? {}
      goals.edit(record, { id, next: { ...second, title: 'Rest' } })
      milestones.edit(record, { of: id, id: of, next: { title: second.milestone } })
      const is = saidOf(record, item) ?? {}
      const after = putBack(record, { item, said: was })
      expect(isSameSaid(saidOf(record, item) ?? {}, was)).toBe(true)
      putBack(record, { item, said: is, after })
      expect(isSameSaid(saidOf(record, item) ?? {}, is)).toBe(true)
    }),
    { numRuns: RUNS },
  )
})

test('so does what a reflection said, section by section', () => {
  const framework = frameworkOf('gibbs')
  const [first, second] = framework.sections.map(({ id }) => id)
  if (first === undefined || second === undefined) throw new Error('no sections')
  const record = newRecord()
  const sections = { ...emptySections(framework), [first]: 'It was late.', [second]: 'Tired.' }
  const id = reflections.add(record, { date: TODAY, framework: 'gibbs', sections })
  const item = { kind: 'reflections', id } as const
  const said = saidOf(record, item) ?? {}
  expect(said).toEqual({ [`sections/${first}`]: 'It was late.', [`sections/${second}`]: 'Tired.' })
  reflections.edit(record, {
    id,
    next: { sections: { ...sections, [first]: 'Late.', [second]: '' } },
  })
  putBack(record, { item, said, part: { path: `sections/${second}`, at: 0 } })
  expect(saidOf(record, item)).toEqual({ ...said, [`sections/${first}`]: 'Late.' })
})

const DAY = '2026-06-01'
const kept = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    of: fc.constantFrom('notes/a', 'notes/b'),
    ago: fc.nat(120),
    hour: fc.nat(23),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
)
type Drawn = typeof kept extends fc.Arbitrary<infer All> ? All : never

const versionsOf = (drawn: Drawn): readonly Version[] =>
  drawn.map(({ id, of, ago, hour }) => ({
    id,
    of,
    at: `${addDays(DAY, -ago)}T${String(hour).padStart(2, '0')}:00:00.000Z`,
    device: 'd',
    said: {},
  }))

const thin = (versions: readonly Version[], seen: string): readonly Version[] => {
  const { thinned, expired } = surplusIn(versions, { seen, days: 90 })
  const gone = new Set([...thinned, ...expired])
  return versions.filter(({ id }) => !gone.has(id))
}

const laterFirst = (a: Version, b: Version): number =>
  b.at.localeCompare(a.at) || b.id.localeCompare(a.id)
const lastOfEach = (versions: readonly Version[], span: (day: string) => string) => {
  const last = new Map<string, string>()
  for (const { id, of, at } of [...versions].sort(laterFirst)) {
    const key = `${of} ${span(at.slice(0, 10))}`
    if (!last.has(key)) last.set(key, id)
  }
  return new Set(last.values())
}
const MONDAY = Date.parse('2001-01-01T00:00:00Z')
const week = (day: string): string =>
  String(Math.floor((Date.parse(`${day}T00:00:00Z`) - MONDAY) / (7 * 86_400_000)))

test('thinning keeps every version of a week, the last of each day and of each week, and never does it twice', () => {
  fc.assert(
    fc.property(kept, (drawn) => {
      const all = versionsOf(drawn)
      const left = new Set(thin(all, DAY).map(({ id }) => id))
      const since = (days: number) => (one: Version) => one.at.slice(0, 10) >= addDays(DAY, -days)
      for (const { id } of all.filter(since(7))) expect(left).toContain(id)
      for (const id of lastOfEach(all.filter(since(30)), (day) => day)) expect(left).toContain(id)
      for (const id of lastOfEach(all.filter(since(90)), week)) expect(left).toContain(id)
      for (const { id } of all.filter((one) => !since(90)(one))) expect(left).not.toContain(id)
      const once = thin(all, DAY)
      expect(thin(once, DAY)).toEqual(once)
    }),
    { numRuns: RUNS },
  )
})

test('two laptops that thin apart, on other days and before they know all, come to the same', () => {
  fc.assert(
    fc.property(
      kept,
      fc.array(fc.constantFrom('here', 'there', 'both')),
      fc.nat(20),
      (drawn, whose, late) => {
        const all = versionsOf(drawn)
        const on = (laptop: string) =>
          all.filter((_, index) => [laptop, 'both'].includes(whose[index] ?? 'both'))
        const first = thin(on('here'), addDays(DAY, -late))
        const second = thin(on('there'), DAY)
        const gone = (had: readonly Version[], left: readonly Version[]) =>
          had.filter((one) => !left.includes(one))
        const deleted = [...gone(on('here'), first), ...gone(on('there'), second)]
        const met = all.filter((one) => !deleted.includes(one))
        expect(thin(met, DAY).map(({ id }) => id)).toEqual(thin(all, DAY).map(({ id }) => id))
      },
    ),
    { numRuns: RUNS },
  )
})

test('a day that nobody is sure of thins nothing', () => {
  const old = versionsOf([{ id: 'a', of: 'notes/a', ago: 4000, hour: 3 }])
  expect(surplusIn(old, { seen: null, days: 90 })).toEqual({ thinned: [], expired: [] })
  expect(surplusIn(old, { seen: null, days: 0 }).expired).toEqual(['a'])
  const behind = old.map((one) => ({ ...one, counts: addDays(DAY, -3) }))
  expect(surplusIn(behind, { seen: DAY, days: 90 }).expired).toEqual([])
})
