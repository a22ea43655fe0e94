/**
 * A record as the mentee would read it: what an inspection would give them, each text as its sentences, with the coach's marks
 * at those to word otherwise. What the mentee said is theirs, and no mark can be set at it.
 */
import { kept } from '../crdt/kind'
import { kindNamed, labelledTexts } from '../model/kinds'
import type { Rewording } from '../model/record/rewording'
import { plainText } from '../note-text/delta'
import { recordSections, type Say } from './export'
import type { Portable } from './portable'

export interface ReadSentence {
  readonly text: string
  /** The coach may mark it: it is no word of the mentee's, and no date or choice. */
  readonly markable: boolean
  /** The mark at it. */
  readonly mark: string | undefined
}

interface ReadText {
  readonly label: string
  /** Somebody wrote it; otherwise it is a day, a choice or a number. */
  readonly isProse: boolean
  readonly sentences: readonly ReadSentence[]
}

interface ReadItem {
  readonly kind: string
  readonly id: string
  readonly title: ReadText
  /** Its class and whose words it is. */
  readonly about: string
  readonly texts: readonly ReadText[]
}

export interface Reading {
  readonly sections: readonly { readonly title: string; readonly items: readonly ReadItem[] }[]
  /** Marks at sentences that still stand. */
  readonly toReword: readonly Rewording[]
  /** Marks at sentences that are no longer there. */
  readonly reworded: readonly Rewording[]
}

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

/** Line by line, since a line ends a sentence that has no full stop. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line) => [...sentences.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '')

/** What somebody wrote in an item: its own title and its texts, and no day, choice or number. As an export says them. */
const proseOf = (kind: string, values: Readonly<Record<string, unknown>>): ReadonlySet<string> => {
  const known = kindNamed(kind)
  if (known === undefined) return new Set()
  const parted = Object.entries(known.fields).flatMap(([name, { about }]) => {
    const value = values[name]
    return about.search === 'body' && typeof value === 'object' && value !== null
      ? [
          Object.values(value)
            .map((part) => String(part).trim())
            .filter(Boolean)
            .join(', '),
        ]
      : []
  })
  const title = known.about.title(values).trim().split('\n')[0] ?? ''
  const texts = labelledTexts(known.fields, values).map(([, , text]) => text.trim())
  return new Set([title, ...texts, ...parted])
}

/** What a session leaves of words is the mentee's takeaway. */
const isTheirs = (kind: string, { provenance }: Readonly<Record<string, unknown>>): boolean =>
  provenance === 'mentee' || kind === 'sessions'

export const readingOf = (packet: Portable, marks: readonly Rewording[], say: Say): Reading => {
  const standing = kept(marks)
  const valuesOf = new Map(packet.items.map(({ id, values }) => [id, values]))
  const found = new Set<string>()
  const sections = recordSections(packet, say).map(({ title, items }) => ({
    title,
    items: items.map(({ kind, id, title: name, about, facts, text }): ReadItem => {
      const values = valuesOf.get(id) ?? {}
      const prose = proseOf(kind, values)
      const theirs = isTheirs(kind, values)
      const own = standing.filter(({ from }) => from === id)
      const read = (label: string, words: string, isProse: boolean): ReadText => ({
        label,
        isProse,
        sentences: sentencesOf(words).map((sentence) => {
          const mark = own.find((one) => one.sentence === sentence)?.id
          if (mark !== undefined) found.add(mark)
          return { text: sentence, markable: isProse && !theirs, mark }
        }),
      })
      return {
        kind,
        id,
        about,
        title: read('', name, prose.has(name)),
        texts: [
          ...facts.map(([label, value]) => read(label, value, prose.has(value))),
          ...(text.length === 0 ? [] : [read('', plainText(text), true)]),
        ],
      }
    }),
  }))
  return {
    sections,
    toReword: standing.filter(({ id }) => found.has(id)),
    reworded: standing.filter(({ id }) => !found.has(id)),
  }
}
