/**
 * Fields: how one value of an item is kept so that two devices' edits of it merge the way a coach means.
 *
 * - A *register* (a date, a status, a short line) keeps one value. Yjs picks the same one on every device when two
 *   devices set it at once; the other one must not vanish silently, so every write also leaves its value in the
 *   record's list of last edits (conflict.ts), from which both can be shown.
 * - A *text* is a Y.Text: two edits of one text both stay.
 * - A *set* (themes, tags, links) keeps each member under a key of its own, so that adding on two devices adds both,
 *   and adding the same word twice keeps it once.
 *
 * A kind's field also says what it is called, whether the search finds its words, and whether it leaves (about.ts).
 *
 * Nothing nested is created after its item was: two devices would each create it, and one would lose. A text that an
 * older version's item lacks is therefore a text of the record itself, under the item's id and the field's name.
 */
import * as v from 'valibot'
import * as Y from 'yjs'
import { type PlainKey, type TextKey, t } from '../words/words'
import type { Audience } from './audience'
import { noteRegisterEdit } from './conflict'
import { day, type Item, longText, shortText } from './item'
import { editText } from './text-edit'

// Methods, not properties: a field of strings is a field of unknown values for the code that treats all kinds alike.
export interface Field<T> {
  /** What a form or a file may give. */
  readonly input: v.GenericSchema<unknown, T>
  readonly empty: T
  /** Puts the first value into the fields of a new item. */
  create(fields: Map<string, unknown>, name: string, value: T): void
  readonly read: (item: Item, name: string, id: string) => T
  /** Carries the edit from `base` to `next` over to what is stored now. */
  write(item: Item, name: string, id: string, base: T, next: T): void
}

const register = <T>(input: v.GenericSchema<unknown, T>, empty: T): Field<T> => ({
  input,
  empty,
  create: (fields, name, value) => fields.set(name, value),
  read: (item, name) => {
    const stored = item.get(name)
    const parsed = v.safeParse(input, stored)
    return parsed.success ? parsed.output : empty
  },
  write: (item, name, id, _base, next) => {
    if (JSON.stringify(item.get(name)) === JSON.stringify(next)) return
    item.set(name, next)
    noteRegisterEdit(item, id, name, next)
  },
})

/** One line. */
export const line = (empty = '') => register<string>(shortText, empty)
/** `problem`: what is said while nothing stands there. */
export const requiredLine = (problem: PlainKey): Field<string> => ({
  ...register<string>(shortText, ''),
  input: v.pipe(
    shortText,
    v.nonEmpty(() => t(problem)),
  ),
})
export const oneOf = <const Values extends readonly string[]>(
  values: Values,
  empty: Values[number],
) => register<Values[number]>(v.picklist(values) as v.GenericSchema<unknown, Values[number]>, empty)
export const optionalDate = register<string | null>(v.nullable(day), null)
export const date = register<string>(day, '1970-01-01')
export const flag = register<boolean>(v.boolean(), false)
export const whole = (least: number, most: number, empty: number) =>
  register<number>(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)), empty)
export const optionalWhole = (least: number, most: number) =>
  register<number | null>(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))),
    null,
  )
/** A time of day, `14:30`, or none. */
export const optionalTime = register<string | null>(
  v.nullable(
    v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time such as 2:30 PM.')),
  ),
  null,
)
/** Another item's id, or none. */
export const optionalLink = register<string | null>(v.nullable(v.string()), null)
/** A small structure that is written once, or always as a whole. */
export const structure = <T>(schema: v.GenericSchema<unknown, T>, empty: T) =>
  register<T>(schema, empty)

const textOf = (item: Item, name: string, id: string): Y.Text | undefined => {
  const nested = item.get(name)
  if (nested instanceof Y.Text) return nested
  return item.doc?.getText(`${id}/${name}`)
}

/** A text of any length. */
export const text: Field<string> = {
  input: longText,
  empty: '',
  create: (fields, name, value) => fields.set(name, new Y.Text(value)),
  read: (item, name, id) => {
    const stored = item.get(name)
    // A plain string is what an import or an early version left; it is shown, and edits go beside it.
    if (typeof stored === 'string') return stored
    return textOf(item, name, id)?.toString() ?? ''
  },
  write: (item, name, id, base, next) => {
    const stored = textOf(item, name, id)
    if (stored !== undefined && base !== next) editText(stored, base, next)
  },
}

/** Texts by key, for example one per section of a reflection; `keys` that a stored item lacks read as ''. */
export const texts: Field<Readonly<Record<string, string>>> = {
  input: v.record(v.string(), longText),
  empty: {},
  create: (fields, name, value) =>
    fields.set(
      name,
      new Y.Map(
        Object.entries(value).map(([key, words]) => [key, new Y.Text(words)] as [string, Y.Text]),
      ),
    ),
  read: (item, name, id) => {
    const stored = item.get(name)
    const nested = stored instanceof Y.Map ? [...(stored as Y.Map<unknown>)] : []
    const loose = [...looseKeys(item, name)].map((key): [string, string] => [
      key,
      item.doc?.getText(`${id}/${name}/${key}`).toString() ?? '',
    ])
    return Object.fromEntries([
      ...nested.map(([key, words]) => [key, String(words)] as [string, string]),
      ...loose,
    ])
  },
  write: (item, name, id, base, next) => {
    const stored = item.get(name)
    for (const [key, words] of Object.entries(next)) {
      const before = base[key] ?? ''
      if (before === words) continue
      const nested = stored instanceof Y.Map ? stored.get(key) : undefined
      if (nested instanceof Y.Text) editText(nested, before, words)
      else {
        item.set(`${name}+${key}`, true)
        const loose = item.doc?.getText(`${id}/${name}/${key}`)
        if (loose !== undefined) editText(loose, before, words)
      }
    }
  },
}

/** Keys of texts that were added after the item was made; the texts themselves stand in the record. */
const looseKeys = function* (item: Item, name: string): Generator<string> {
  const prefix = `${name}+`
  for (const key of item.keys()) if (key.startsWith(prefix)) yield key.slice(prefix.length)
}

const MEMBER = ':'

/** A set of short words or ids, sorted. */
export const setOf: Field<readonly string[]> = {
  input: v.pipe(v.array(shortText), v.readonly()),
  empty: [],
  create: (fields, name, value) => {
    for (const member of value) if (member !== '') fields.set(`${name}${MEMBER}${member}`, true)
  },
  read: (item, name) => {
    const prefix = `${name}${MEMBER}`
    const members: string[] = []
    for (const [key, present] of item)
      if (key.startsWith(prefix) && present === true) members.push(key.slice(prefix.length))
    return members.sort((a, b) => a.localeCompare(b))
  },
  write: (item, name, _id, base, next) => {
    for (const member of next)
      if (member !== '' && !base.includes(member)) item.set(`${name}${MEMBER}${member}`, true)
    for (const member of base) if (!next.includes(member)) item.delete(`${name}${MEMBER}${member}`)
  },
}

/** A set of days. */
export const setOfDays: Field<readonly string[]> = {
  ...setOf,
  input: v.pipe(v.array(day), v.readonly()),
}

/**
 * What the words of a field are to somebody who looks for the item. A class and no number: the field knows what it is,
 * the ranking (search/engine.ts) what that counts. `name`: what it is known by, beside its title. `body`: what was
 * written about it. `detail`: a fact around it, such as a place or a phone number.
 */
export type SearchWeight = 'name' | 'body' | 'detail'

/** What a field says, beside how it merges. */
export interface FieldAbout {
  /** What it is called in a form, a notice or an export; null for what nobody reads, such as a link between ids. */
  readonly label: TextKey | null
  /** Its words are found by the search, and what they are there. */
  readonly search?: SearchWeight
  /**
   * It leaves with its item, to whomever that leaves, or to these of them only. A field that does not say so stays, so
   * that a new one leaves only once it was thought of.
   */
  readonly leaves?: true | readonly Audience[]
  /** It is a text, and what it said before is kept for the coach (model/history). */
  readonly history?: true
}

/** A field of a kind: how its value merges, and what it says about itself. */
export interface KindField<T> extends Field<T> {
  readonly about: FieldAbout
}

/** `label`: what it is called, or null for what nobody reads. */
export const field = <T, const Use extends Omit<FieldAbout, 'label'> = Record<never, never>>(
  how: Field<T>,
  label: TextKey | null,
  use?: Use,
): Field<T> & { readonly about: { readonly label: TextKey | null } & Use } => ({
  ...how,
  about: { label, ...(use ?? ({} as Use)) },
})

export type Fields = Readonly<Record<string, KindField<unknown>>>
/** The plain values of a kind's fields. */
export type Values<F> = { readonly [Name in keyof F]: F[Name] extends Field<infer T> ? T : never }

/** Checks the values of a form. */
export const inputOf = <F extends Fields>(fields: F): v.GenericSchema<unknown, Values<F>> =>
  v.object(
    Object.fromEntries(Object.entries(fields).map(([name, { input }]) => [name, input])),
  ) as unknown as v.GenericSchema<unknown, Values<F>>

export const emptyOf = <F extends Fields>(fields: F): Values<F> =>
  Object.fromEntries(Object.entries(fields).map(([name, { empty }]) => [name, empty])) as Values<F>

/** Writes what changed between `base` and `next`; without a base, between what is stored and `next`. */
export const editFields = <F extends Fields>(
  fields: F,
  item: Item,
  id: string,
  { base, next }: { readonly base?: Partial<Values<F>>; readonly next: Partial<Values<F>> },
): void => {
  for (const [name, value] of Object.entries(next)) {
    const field = fields[name]
    if (field === undefined) continue
    const from = base === undefined ? field.read(item, name, id) : base[name]
    if (JSON.stringify(from) !== JSON.stringify(value))
      field.write(item, name, id, from ?? field.empty, value)
  }
}
