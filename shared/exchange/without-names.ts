/**
 * A text without what says who it is about: the names that the vault knows, sites, schools, dates, numbers. Rules and no
 * model: each is a pattern, what it took out is listed, and what merely looks like a name is listed beside it. It takes
 * out too much rather than too little; the coach reads the text and edits it before it leaves, since no rule knows that
 * only one student ever sailed around the world.
 */
import type { RecordProjection, VaultProjection } from '../model/projection'
import { displayName } from '../model/record/mentee'
import { hintsIn } from '../views/hints'
import { t } from '../words/words'

export interface KnownWords {
  /** What the mentee is called. */
  readonly student: readonly string[]
  /** What other mentees are called. */
  readonly people: readonly string[]
  /** Sites of rotations, and the lines of the coach's letterhead. */
  readonly places: readonly string[]
  /** Of the mentee: the school's id, addresses, phone. */
  readonly numbers: readonly string[]
}

/** Names that are words, too: taken out only where they are written as a name. */
const ALSO_WORDS = new Set(
  `will may mark grace hope joy faith rose june april august dawn art bill rob sue pat jack drew chase grant dean ray
  hunter young long little white black brown green gray grey king page price rich strong case day land love so an do le
  he in to you my ma no see sun song son art ben miles max jade ivy iris holly heather summer autumn sky frank ernest
  earnest lane field wood woods stone hill rivers brook banks cook baker carter mason miller taylor fisher walker`.split(
    /\s+/,
  ),
)

/**
 * Letter for letter without accents, and with one sort of apostrophe, since nobody types a name as the vault has it each
 * time. A place in it is the same place in the text, if that is NFC.
 */
const plainly = (text: string): string =>
  text.replace(/[^\0-\x7f]/g, (unit) =>
    /[’‘ʼ]/.test(unit) ? "'" : unit.normalize('NFD').charAt(0),
  )

const escaped = (words: string): string =>
  plainly(words.normalize('NFC'))
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
const whole = (words: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words)}(?![\\p{L}\\p{N}])`, flags)

const partsOf = (name: string): readonly string[] =>
  name.split(/[\s.,-]+/).filter(({ length }) => length > 1)

/** A name, turned around as well, and each of its parts. */
const patternsOf = (names: readonly string[]): readonly RegExp[] => {
  const full = names.filter((name) => partsOf(name).length > 1)
  return [
    ...full.flatMap((name) => {
      const words = name.split(/\s+/)
      return [name, `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`]
    }),
    ...new Set(names.flatMap(partsOf)),
  ].map((words) => whole(words, ALSO_WORDS.has(words.toLowerCase()) ? 'gu' : 'giu'))
}

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'
const YEAR = '(?:19|20)\\d{2}'
const DATES: readonly RegExp[] = [
  /\b\d{4}-\d{2}-\d{2}\b/g,
  /\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b/g,
  // Without a year only after such a word: "7/10" is a score more often.
  /(?<=\b(?:on|by|since|until|from|before|after|due) )\d{1,2}\/\d{1,2}\b/gi,
  new RegExp(`\\b${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? ${YEAR})?\\b`, 'gi'),
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\.?(?:,? ${YEAR})?\\b`, 'gi'),
  new RegExp(`\\b${MONTH}\\.?,? ${YEAR}\\b`, 'gi'),
  new RegExp(
    `(?<=\\b(?:in|since|until|by|last|next|this|early|late|mid|from|before|after) )${MONTH}\\b`,
    'g',
  ),
  new RegExp(`\\b${YEAR}\\b`, 'g'),
]

const NUMBERS: readonly RegExp[] = [
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g,
  /\b(?:https?:\/\/|www\.)\S+/gi,
  /(?<!\d)(?:\+?1[ .-]?)?(?:\(\d{3}\)\s?|\d{3}[ .-])\d{3}[ .-]\d{4}\b/g,
  /\b[A-Z]{0,2}\d{5,}\b/g,
]

const TITLED =
  /\b(?:Drs?|Mrs?|Ms|Mx|Prof|Professor|Dean|Nurse)\.? \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}/gu
const PLACES: readonly RegExp[] = [
  /\b(?:\p{Lu}[\p{L}&.'’-]* ){1,4}(?:University|College|School of Medicine|Medical School|Medical Center|Health System|Hospital|Clinic|Institute)\b/gu,
  /\b(?:University|College|School of Medicine|Hospital) (?:of|at) \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}/gu,
]

export interface TakenOut {
  readonly words: string
  readonly by: string
  readonly times: number
}

export interface WithoutNames {
  readonly text: string
  readonly taken: readonly TakenOut[]
}

/** By the few letters before. */
const beginsSentence = (before: string): boolean => /(?:^|[.!?\n])\s*$/.test(before)

/** What is taken out of a text, each by what, and the text without it. */
export const withoutNames = (text: string, known: KnownWords): WithoutNames => {
  const taken = new Map<string, TakenOut>()
  let left = text.normalize('NFC')
  let plain = plainly(left)
  const take = (patterns: readonly RegExp[], by: string): void => {
    for (const pattern of patterns) {
      let without = ''
      let from = 0
      for (const { 0: match, index } of plain.matchAll(pattern)) {
        const words = left.slice(index, index + match.length)
        const key = `${words}/${by}`
        taken.set(key, { words, by, times: (taken.get(key)?.times ?? 0) + 1 })
        const begins = beginsSentence(left.slice(Math.max(0, index - 3), index))
        without +=
          left.slice(from, index) + (begins ? by.charAt(0).toUpperCase() + by.slice(1) : by)
        from = index + match.length
      }
      if (from === 0) continue
      left = without + left.slice(from)
      plain = plainly(left)
    }
  }
  const worded = (words: readonly string[]): readonly RegExp[] =>
    words.filter(({ length }) => length > 2).map((one) => whole(one, 'giu'))
  take([...worded(known.numbers), ...NUMBERS], t('consult.aNumber'))
  take(DATES, t('consult.aDate'))
  take([...worded(known.places), ...PLACES], t('consult.aPlace'))
  take(patternsOf(known.student), t('consult.theStudent'))
  take([...patternsOf(known.people), TITLED], t('consult.aName'))
  return { text: left, taken: [...taken.values()] }
}

/** Written with a capital, and no name. */
const NO_NAMES = new Set(
  `i monday tuesday wednesday thursday friday saturday sunday step shelf match english spanish medicine surgery
  pediatrics psychiatry neurology note goal progress importance barriers outcome obstacle plan strategies resources`.split(
    /\s+/,
  ),
)
/** What sentences begin with. */
const FIRST_WORDS = new Set(
  `a an the this that these those there here it its he she they we you his her their our your my
  what why how when where who which whose is are was were am be been do does did has have had can could may might must
  should would will shall if and but or so as at by for from in into of on to with without after before since until
  while during about over under again also always never not no yes now then today tomorrow yesterday later still just
  maybe perhaps both each every all some many most more less few other another one two three first second last next
  ask asked said says told wants wanted needs needed feels felt thinks thought seems let keep try talk talked met
  because although though however instead since once twice sometimes
  nobody nothing everybody everyone everything somebody someone something people things often soon already only even well good thank thanks`.split(
    /\s+/,
  ),
)
const MOST_TO_CHECK = 20

/**
 * What is still there and may be somebody's: a word with a capital inside a sentence, one at its beginning that sentences
 * do not often begin with and the text does not write small, and what hints at a patient.
 */
export const wordsToCheck = (text: string): readonly string[] => {
  const small = new Set(text.match(/(?<![\p{L}])\p{Ll}[\p{L}'’-]*/gu) ?? [])
  const capitals = [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}[\p{L}'’-]*/gu)]
    .map(([word]) => word.replace(/['’](?:s|d|m|ll|re|ve)$/, ''))
    .filter((word) => {
      const plain = word.toLowerCase()
      return !NO_NAMES.has(plain) && !FIRST_WORDS.has(plain) && !small.has(plain)
    })
  const hinted = hintsIn(text)
    .filter(({ kind }) => kind === 'patient')
    .map(({ from, to }) => text.slice(from, to))
  return [...new Set([...hinted, ...capitals])].slice(0, MOST_TO_CHECK)
}

/** What of the known words stands in a text, for example since it was typed again. */
export const namesLeft = (text: string, known: KnownWords): readonly string[] =>
  withoutNames(text, known).taken.map(({ words }) => words)

export const knownWords = (
  { id, mentee }: Pick<RecordProjection, 'id' | 'mentee'>,
  records: readonly RecordProjection[],
  { settings }: Pick<VaultProjection, 'settings'>,
): KnownWords => ({
  student: [mentee.name, displayName(mentee), mentee.preferredName].filter((one) => one !== ''),
  people: records.flatMap((one) =>
    one.id === id ? [] : [one.mentee.name, one.mentee.preferredName].filter((name) => name !== ''),
  ),
  places: [
    ...records.flatMap(({ rotations }) => rotations.map(({ site }) => site)),
    ...settings.letterhead.split('\n'),
  ]
    .map((one) => one.trim())
    .filter((one) => one !== ''),
  numbers: [mentee.studentId, mentee.email, mentee.phone].filter((one) => one !== ''),
})
