/** What commands on random histories are drawn from: a laptop's screens, and for each field another value than it has. */
import * as v from 'valibot'
import type * as Y from 'yjs'
import { type Field, text, texts } from '../../shared/crdt/field'
import type { AnyKind } from '../../shared/crdt/kind'
import { RECORD_KINDS, VAULT_KINDS } from '../../shared/model/kinds'
import { kept, type RecordProjection, type VaultProjection } from '../../shared/model/projection'
import { TODAY } from '../steps/two-devices'
import { WORD } from './model-oracle'

export interface Laptop {
  readonly record: Y.Doc
  readonly vault: Y.Doc
  readonly reads: () => RecordProjection
  readonly readsVault: () => VaultProjection
  /** What a form that has been open for a while was opened on. */
  readonly before: RecordProjection | undefined
  readonly vaultBefore: VaultProjection | undefined
}

export interface Draw {
  /** A number below. */
  readonly below: (most: number) => number
  readonly one: <T>(of: readonly T[]) => T | undefined
  /** A word that nobody has written. */
  readonly word: () => string
  /** A day that nobody has chosen. */
  readonly day: () => string
  /** Whether this history is about this kind: all kinds at once would hardly ever meet in one item. */
  readonly isAbout: (kind: string) => boolean
}

type Values = Readonly<Record<string, unknown>>
export type Stored = Values & { readonly id: string; readonly deletedAt: string | null }
export type Command = (laptop: Laptop, draw: Draw) => void

/** Values that name another item, and those that a form does not change. */
const FIXED = [
  ...[
    'session',
    'goal',
    'goals',
    'groupSession',
    'record',
    'about',
    'revisedFrom',
    'from',
    'fromKind',
    'week',
  ],
  ...[
    'replaces',
    'shipped',
    'signedAt',
    'present',
    'visibility',
    'provenance',
    'body',
    'lines',
    'fields',
    'sections',
  ],
  ...[
    'instrument',
    'framework',
    'sample',
    'done',
    'source',
    'role',
    'classYear',
    'competencies',
    'at',
    'until',
  ],
]
const DATED_BY_ORDER = ['sessions', 'preps']

const accepts = (field: Field<unknown>, value: unknown): boolean =>
  v.safeParse(field.input, value).success

const fieldsOf = (kind: AnyKind): readonly (readonly [string, Field<unknown>])[] =>
  Object.entries(kind.fields as Record<string, Field<unknown>>).filter(
    ([name]) => !FIXED.includes(name) && !(name === 'date' && DATED_BY_ORDER.includes(kind.name)),
  )

const wordsOf = (words: string): readonly string[] => words.match(WORD) ?? []

/** The words with one put in, one taken out, or one for another. */
export const rewritten = (words: string, draw: Draw): string => {
  const all = [...wordsOf(words)]
  const how = draw.below(4)
  if (how >= 2) all.splice(draw.below(all.length), 1)
  if (how !== 2) all.splice(draw.below(all.length + 1), 0, draw.word())
  return all.join(' ')
}

const another = (field: Field<unknown>, now: unknown, draw: Draw): unknown => {
  if (field === text || (typeof now === 'string' && accepts(field, 'w1')))
    return field === text ? rewritten(String(now), draw) : draw.word()
  if (Array.isArray(now) && accepts(field, ['w1']))
    return draw.below(3) === 0 ? now.slice(1) : [...now, draw.word()]
  if (field === texts) {
    const key = draw.one(['what', 'later', ...Object.keys(now as object)]) ?? 'what'
    return {
      ...(now as object),
      [key]: rewritten((now as Record<string, string>)[key] ?? '', draw),
    }
  }
  if (accepts(field, TODAY)) return draw.below(4) === 0 && accepts(field, null) ? null : draw.day()
  if (typeof now === 'boolean') return !now
  if (accepts(field, 7)) return 1 + draw.below(10)
  if ('options' in field.input) return draw.one(field.input.options as readonly unknown[])
  return now
}

/** What a form with this base is to leave: all that stands now, with the person's own changes and no others. */
const checkedText = (read: () => string, base: string, next: string, save: () => void): void => {
  const [was, had, has] = [wordsOf(read()), wordsOf(base), wordsOf(next)]
  save()
  const now = read()
  const expected = [
    ...was.filter((word) => !had.includes(word) || has.includes(word)),
    ...has.filter((word) => !had.includes(word)),
  ]
  if (
    [...wordsOf(now)].sort().join() !== expected.sort().join() ||
    now.replace(WORD, '').trim() !== ''
  )
    throw new Error(`“${next}” from “${base}” made “${now}”, not ${expected.join(' ')}`)
}

export const editField = (
  doc: Y.Doc,
  kind: AnyKind,
  item: Stored,
  stale: Stored | undefined,
  draw: Draw,
  of?: string,
): void => {
  const fields = fieldsOf(kind)
  // Of a goal's dozen texts mostly one: edits are to meet.
  const mostly = fields.find(([, one]) => one === text)
  const [name, field] = (draw.below(2) === 0 ? mostly : undefined) ?? draw.one(fields) ?? []
  if (name === undefined || field === undefined) return
  const base = stale ?? item
  const next = another(field, base[name], draw)
  const input = { id: item.id, base, next: { [name]: next }, ...(of === undefined ? {} : { of }) }
  const stored = kind.items(doc, of)?.get(item.id)
  if (field !== text || stored === undefined) return kind.edit(doc, input)
  checkedText(
    () => String(field.read(stored, name, item.id)),
    String(base[name]),
    String(next),
    () => kind.edit(doc, input),
  )
}

export const listed = (all: object, name: string): readonly Stored[] =>
  kept((all as Record<string, readonly Stored[]>)[name] ?? [])

export const staleOf = (
  before: object | undefined,
  name: string,
  id: string,
  draw: Draw,
): Stored | undefined =>
  before === undefined || draw.below(2) === 0
    ? undefined
    : listed(before, name).find((one) => one.id === id)

export const firstValues = (kind: AnyKind, draw: Draw): Values => {
  if (kind.name === 'supportCards') return { lines: [{ name: draw.word(), reach: '', when: '' }] }
  if (kind.name === 'templates')
    return { title: draw.word(), replaces: draw.one(['', 'grow', 'open']) }
  const [name, field] =
    fieldsOf(kind).find(([, one]) => accepts(one, 'w1') || one === texts) ?? fieldsOf(kind)[0] ?? []
  if (name === undefined || field === undefined) return {}
  return {
    [name]:
      field === texts ? { what: draw.word() } : accepts(field, 'w1') ? draw.word() : undefined,
  }
}

/** Of the caseload: something that has parts, and one of their kinds. */
export const nestedInVault = (reads: VaultProjection, draw: Draw) => {
  const owners = (Object.keys(VAULT_KINDS) as (keyof typeof VAULT_KINDS)[])
    .filter((name) => Object.keys(VAULT_KINDS[name].nested).length > 0)
    .flatMap((name) => listed(reads, name).map((owner) => ({ name, owner })))
  const one = draw.one(owners)
  if (one === undefined) return undefined
  const [inner, kind] =
    draw.one(Object.entries(VAULT_KINDS[one.name].nested) as [string, AnyKind][]) ?? []
  if (inner === undefined || kind === undefined) return undefined
  return { owner: one.owner.id, kind, items: one.owner[inner] as readonly Stored[] }
}

/** A goal or an escalation, and what can be added to it. */
export const nestedIn = (reads: RecordProjection, draw: Draw) => {
  const owner = draw.one([
    ...kept(reads.goals),
    ...kept(reads.escalations).filter((one) => one.signedAt === null),
  ])
  if (owner === undefined) return undefined
  const kinds = ('milestones' in owner ? RECORD_KINDS.goals : RECORD_KINDS.escalations).nested
  const [name, kind] = draw.one(Object.entries(kinds) as [string, AnyKind][]) ?? []
  if (name === undefined || kind === undefined) return undefined
  return {
    owner: owner.id,
    kind,
    items: (owner as unknown as Record<string, readonly Stored[]>)[name] ?? [],
  }
}
