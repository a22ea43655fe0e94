/**
 * Who knew what: every step of a history with what its device had seen by then, what it wrote, hid and brought back.
 * From these alone it is told what has to be on a screen in the end; the model's own book-keeping is not looked at.
 */
import { OFFERED, type Screens, type Values } from './model-screens'

export interface Conflicting {
  readonly id: string
  readonly field: string
  readonly others: readonly unknown[]
}

interface Write {
  readonly id: string
  readonly field: string
  readonly value: unknown
}

interface Step {
  readonly seen: ReadonlySet<number>
  /** Registers that were set, of items that were there. */
  readonly writes: readonly Write[]
  /** Words by the item that they were written into; and words that were taken out. */
  readonly words: ReadonlyMap<string, string>
  readonly taken: ReadonlySet<string>
  readonly made: readonly string[]
  readonly hidden: readonly string[]
  readonly back: readonly string[]
}

/** A word is told from every other; its last letter is two in UTF-16, to be cut by a careless edit. */
export const WORD = /w\d+𝐱/gu
const wordsIn = (value: unknown): readonly string[] =>
  JSON.stringify(value ?? null).match(WORD) ?? []

const isText = (value: unknown): boolean => wordsIn(value).length > 0
const NOT_WRITTEN = ['id', 'createdAt', 'deletedAt', 'returned', 'order', 'body', 'archivedAt']

/** Registers: what is set as a whole. A text's words and a set's members are told one by one. */
const registersIn = (values: Values): readonly (readonly [string, unknown])[] =>
  Object.entries(values).filter(
    ([name, value]) =>
      !NOT_WRITTEN.includes(name) &&
      value !== '' &&
      !isText(value) &&
      (value === null || typeof value !== 'object' || 'mark' in value),
  )

export const createOracle = () => {
  const steps: Step[] = []

  return {
    /** What a step of a device did, told from the screens of that device before and after it. */
    record: (seen: ReadonlySet<number>, before: Screens, after: Screens): number => {
      const writes: Write[] = []
      const words = new Map<string, string>()
      const taken = new Set<string>()
      const made: string[] = []
      for (const [id, values] of after) {
        const old = before.get(id)
        if (old === undefined) made.push(id)
        const had = new Set(wordsIn(old))
        const has = new Set(wordsIn(values))
        // What comes back with its item was written by whoever wrote it, not by whoever brought it back.
        const known = (word: string): boolean =>
          old === undefined && [...seen].some((number) => steps[number]?.words.has(word))
        for (const word of has) if (!had.has(word) && !known(word)) words.set(word, id)
        if (old === undefined) continue
        for (const word of had) if (!has.has(word)) taken.add(word)
        // To choose what is shown already is a choice, too.
        for (const offer of Object.keys(old))
          if (offer.endsWith(OFFERED) && !(offer in values)) {
            const field = offer.slice(0, -OFFERED.length)
            // Words are told one by one, here as everywhere.
            if (!isText(values[field])) writes.push({ id, field, value: values[field] })
          }
        const was = new Map(registersIn(old))
        for (const [field, value] of registersIn(values))
          if (JSON.stringify(was.get(field)) !== JSON.stringify(value))
            writes.push({ id, field, value })
      }
      const hidden = [...before.keys()].filter((id) => !after.has(id))
      // Words move with an item that is hidden; they are not taken from anybody.
      steps.push({ seen: new Set(seen), writes, words, taken, made, hidden, back: made })
      return steps.length - 1
    },

    /** What is missing in the end, in words; nothing when all is well. */
    missing: (screens: Screens, conflicts: readonly Conflicting[]): readonly string[] => {
      const sees = (step: Step, other: number): boolean => step.seen.has(other)
      const numbered = [...steps.entries()]
      const born = new Map<string, number>()
      for (const [number, { made }] of numbered)
        for (const id of made) if (!born.has(id)) born.set(id, number)
      const taken = (word: string, by: number): boolean =>
        steps.some((step) => step.taken.has(word) && sees(step, by))
      /** The steps that wrote into an item what nobody has taken out or set anew since. */
      const lasting = (id: string): readonly number[] =>
        numbered.flatMap(([number, { words, writes, made }]) =>
          // Who deletes an item knows how it was made; a file that is taken in twice makes the very same.
          [...words].some(
            ([word, of]) => of === id && !made.includes(id) && !taken(word, number),
          ) || writes.some((write) => write.id === id)
            ? [number]
            : [],
        )
      /** A deletion stands that knew of all that was written, and was not taken back by one who knew it. */
      const isRightlyGone = (id: string): boolean => {
        const written = lasting(id)
        return numbered.some(
          ([number, step]) =>
            step.hidden.includes(id) &&
            written.every((other) => sees(step, other) || other === number) &&
            !steps.some((later) => later.back.includes(id) && sees(later, number)),
        )
      }
      const problems: string[] = []
      for (const id of born.keys())
        if (!screens.has(id) && !isRightlyGone(id)) problems.push(`item ${id} is on no screen`)
      const offered = (id: string): readonly Conflicting[] =>
        conflicts.filter((one) => one.id === id)
      const shownWords = new Set([...screens.values(), ...conflicts].flatMap(wordsIn))
      for (const [number, { words }] of numbered)
        for (const [word, id] of words)
          if (screens.has(id) && !shownWords.has(word) && !taken(word, number))
            problems.push(`word ${word} of ${id} is on no screen`)
      for (const [number, { writes }] of numbered)
        for (const { id, field, value } of writes) {
          const values = screens.get(id)
          const superseded = steps.some(
            (step) =>
              sees(step, number) &&
              step.writes.some((write) => write.id === id && write.field === field),
          )
          if (values === undefined || superseded) continue
          const all = [
            values[field],
            ...offered(id).flatMap((one) => (one.field === field ? one.others : [])),
          ].map((one) => JSON.stringify(one))
          if (!all.includes(JSON.stringify(value)))
            problems.push(
              `${field} of ${id}: ${JSON.stringify(value)} is neither shown nor offered`,
            )
        }
      return problems
    },
  }
}
