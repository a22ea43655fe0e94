/** What a coach can do to a record and to the caseload, each drawn at random from what stands on that laptop's screens. */
import * as v from 'valibot'
import type * as Y from 'yjs'
import { type Field, text, texts } from '../../shared/crdt/field'
import { type AnyKind, byOrder } from '../../shared/crdt/kind'
import { takeInNotes } from '../../shared/exchange/import-notes'
import { BINNABLE, binItem, restoreItem } from '../../shared/model/bin'
import { dropCapture, takeInCaptures } from '../../shared/model/caseload/capture'
import { setSettings } from '../../shared/model/caseload/caseload'
import { askToErase } from '../../shared/model/caseload/ending'
import {
  directoryOf,
  editResource,
  keepCard,
  removeResource,
} from '../../shared/model/caseload/resource'
import { RECORD_KINDS, VAULT_KINDS } from '../../shared/model/kinds'
import { kept, type RecordProjection, type VaultProjection } from '../../shared/model/projection'
import { addActions } from '../../shared/model/record/action-item'
import { addGoal, editGoal, GOAL_STATUSES, reviseGoal } from '../../shared/model/record/goal'
import { binMentee, editMentee } from '../../shared/model/record/mentee'
import { notes, startNote } from '../../shared/model/record/note'
import { textForWriting } from '../../shared/model/record/note-text'
import { COMPONENTS, MARKS, setMark } from '../../shared/model/record/reach'
import { signEscalation } from '../../shared/model/record/referral'
import {
  addSession,
  agendaItems,
  agendaOf,
  endSession,
  startSession,
} from '../../shared/model/record/session'
import { share } from '../../shared/model/record/sharing'
import { settle } from '../../shared/model/settling'
import { plainLine } from '../../shared/note-text/delta'
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
type Stored = Values & { readonly id: string; readonly deletedAt: string | null }
type Command = (laptop: Laptop, draw: Draw) => void

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
const rewritten = (words: string, draw: Draw): string => {
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
  if (accepts(field, 7)) return draw.below(11)
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

const editField = (
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

const listed = (all: object, name: string): readonly Stored[] =>
  kept((all as Record<string, readonly Stored[]>)[name] ?? [])

const staleOf = (
  before: object | undefined,
  name: string,
  id: string,
  draw: Draw,
): Stored | undefined =>
  before === undefined || draw.below(2) === 0
    ? undefined
    : listed(before, name).find((one) => one.id === id)

const firstValues = (kind: AnyKind, draw: Draw): Values => {
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

const add: Command = ({ record, reads, readsVault }, draw) => {
  const kind = draw.one(
    Object.values(RECORD_KINDS).filter(({ name }) => name !== 'goalMoves' && draw.isAbout(name)),
  ) as AnyKind | undefined
  if (kind === undefined) return
  const session = draw.one([null, ...kept(reads().sessions)])?.id ?? null
  const groupSession = draw.one(kept(readsVault().groupSessions))?.id
  if (kind.name === 'groupLines' && groupSession === undefined) return
  kind.add(record, {
    ...firstValues(kind, draw),
    ...('session' in kind.fields ? { session } : {}),
    ...('role' in kind.fields && session !== null ? { role: 'aid' } : {}),
    ...('date' in kind.fields ? { date: TODAY } : {}),
    ...('groupSession' in kind.fields ? { groupSession } : {}),
  })
}

const addToVault: Command = ({ vault }, draw) => {
  const kind = draw.one(Object.values(VAULT_KINDS).filter(({ name }) => draw.isAbout(name))) as
    | AnyKind
    | undefined
  if (kind === undefined) return
  kind.add(vault, firstValues(kind, draw))
}

const nestedIn = (reads: RecordProjection, draw: Draw) => {
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

const NAMES = Object.keys(RECORD_KINDS) as (keyof typeof RECORD_KINDS)[]
const VAULT_NAMES = Object.keys(VAULT_KINDS) as (keyof typeof VAULT_KINDS)[]

const page = (id: string) => ({
  id,
  title: '',
  date: TODAY,
  themes: [],
  text: [plainLine(`w${id}𝐱`)],
})

export const RECORD_COMMANDS: Readonly<Record<string, Command>> = {
  add,
  edit: ({ record, reads, before }, draw) => {
    const name = draw.one(
      NAMES.filter((one) => one !== 'goalMoves' && listed(reads(), one).length > 0),
    )
    const item = name === undefined ? undefined : draw.one(listed(reads(), name))
    if (name === undefined || item === undefined || (name === 'notes' && item.session !== null))
      return
    // What is signed is not changed.
    if (typeof item.signedAt === 'string') return
    editField(record, RECORD_KINDS[name], item, staleOf(before, name, item.id, draw), draw)
  },
  bin: ({ record, reads }, draw) => {
    const kind = draw.one(BINNABLE.filter((one) => listed(reads(), one).length > 0))
    const item = kind === undefined ? undefined : draw.one(listed(reads(), kind))
    if (kind !== undefined && item !== undefined) binItem(record, { kind, id: item.id })
  },
  restore: ({ record, reads }, draw) => {
    const now = reads()
    const gone = BINNABLE.flatMap((kind) =>
      now[kind].flatMap(({ id, deletedAt, returned }) =>
        deletedAt !== null || returned ? [{ kind, id }] : [],
      ),
    )
    const one = draw.one(gone)
    if (one !== undefined) restoreItem(record, one)
  },
  nested: ({ record, reads }, draw) => {
    const found = nestedIn(reads(), draw)
    if (found === undefined) return
    const { owner, kind, items } = found
    const item = draw.one(items)
    const how = draw.below(4)
    if (item === undefined || how === 0) kind.add(record, { ...firstValues(kind, draw), of: owner })
    else if (how === 1) kind.remove(record, { of: owner, id: item.id, deleted: true })
    else editField(record, kind, item, undefined, draw, owner)
  },
  move: ({ record, reads }, draw) => {
    const shown = kept(reads().agendaItems)
    const [moved, after] = [draw.one(shown), draw.one([null, ...shown])]
    if (moved === undefined || after === undefined || after?.id === moved.id) return
    agendaItems.move(record, { id: moved.id, after: after?.id ?? null })
    const order = [...kept(reads().agendaItems)].sort(byOrder).map(({ id }) => id)
    if (order[order.indexOf(moved.id) - 1] !== after?.id)
      throw new Error(
        `${moved.id} was put after ${after?.id}, and stands elsewhere: ${order.join(' ')}`,
      )
  },
  tick: ({ record, reads }, draw) => {
    const session = draw.one(kept(reads().sessions))
    const item = session && draw.one(agendaOf(reads().agendaItems, session))
    if (session && item)
      agendaItems.edit(record, { id: item.id, next: { done: !item.done, session: session.id } })
  },
  session: ({ record }, draw) =>
    void addSession(record, {
      date: TODAY,
      status: draw.one(['planned', 'held'] as const) ?? 'held',
    }),
  start: ({ record }) =>
    void startSession(record, { today: TODAY, now: 1, kind: 'one-to-one', time: '10:00' }),
  end: ({ record, reads }, draw) => {
    const session = draw.one(kept(reads().sessions))
    if (session) endSession(record, { id: session.id, next: { minutes: draw.below(60) } })
  },
  write: ({ record, reads }, draw) => {
    const note = draw.one(kept(reads().notes))
    if (note === undefined) return
    startNote(record, { id: note.id, lines: [plainLine(draw.word())] })
    const text = textForWriting(record, note.id)
    text?.insert(draw.below(text.length + 1), ` ${draw.word()} `, {})
  },
  retitle: ({ record, reads }, draw) => {
    const note = draw.one(kept(reads().notes))
    if (note) notes.edit(record, { id: note.id, next: { title: draw.word() } })
  },
  goal: ({ record }, draw) => void addGoal(record, { title: draw.word(), today: TODAY }),
  status: ({ record, reads }, draw) => {
    const goal = draw.one(kept(reads().goals))
    const status = draw.one(GOAL_STATUSES)
    if (goal && status) editGoal(record, { id: goal.id, next: { status }, today: TODAY })
  },
  revise: ({ record, reads }, draw) => {
    const goal = draw.one(kept(reads().goals))
    if (goal) reviseGoal(record, { id: goal.id, next: { title: draw.word() }, today: TODAY })
  },
  actions: ({ record, reads }, draw) =>
    void addActions(record, {
      lines: [draw.word(), draw.word()],
      agreedOn: TODAY,
      session: draw.one(kept(reads().sessions))?.id ?? null,
    }),
  mark: ({ record }, draw) =>
    setMark(record, {
      week: draw.one(['a', 'b']) ?? '',
      part: draw.one(COMPONENTS) ?? 'health',
      mark: draw.one(MARKS) ?? 'done',
    }),
  settle: ({ record, reads }, draw) => {
    const conflict = draw.one(reads().conflicts)
    if (conflict)
      settle(record, { ...conflict, value: draw.one([conflict.shown, ...conflict.others]) })
  },
  import: ({ record }, draw) =>
    void takeInNotes(record, {
      notes: [page(draw.one(['9000001', '9000002', '9000003']) ?? '')],
      provenance: draw.one(['coach', 'mentee'] as const) ?? 'coach',
    }),
  share: ({ record }, draw) =>
    void share(record, {
      ...{
        title: draw.word(),
        text: draw.word(),
        fromKind: 'goals',
        from: '',
        visibility: 'shared',
      },
      ...{ provenance: 'coach', to: 'Amara', why: '', date: TODAY },
    }),
  sign: ({ record, reads }, draw) => {
    const one = draw.one(kept(reads().escalations))
    if (one) signEscalation(record, one.id)
  },
  profile: ({ record, reads, before }, draw) => {
    const base = before !== undefined && draw.below(2) === 0 ? before.mentee : reads().mentee
    const next = draw.one([
      { phone: draw.word() },
      { avoid: rewritten(base.avoid, draw) },
      { strengths: rewritten(base.strengths, draw) },
      { coachedSince: draw.day() },
      { tags: [...base.tags, draw.word()] },
    ])
    if (next) editMentee(record, { base, next })
  },
}

/** Rare ones, drawn apart: with them in every other step nothing else would happen. */
export const RARE_COMMANDS: Readonly<Record<string, Command>> = {
  binMentee: ({ record, reads }) => {
    if (reads().mentee.deletedAt === null) binMentee(record, true)
  },
  restoreMentee: ({ record, reads }) => {
    if (reads().mentee.deletedAt !== null || reads().mentee.returned) binMentee(record, false)
  },
}

export const VAULT_COMMANDS: Readonly<Record<string, Command>> = {
  addToVault,
  editInVault: ({ vault, readsVault, vaultBefore }, draw) => {
    const name = draw.one(VAULT_NAMES.filter((one) => listed(readsVault(), one).length > 0))
    const item = name === undefined ? undefined : draw.one(listed(readsVault(), name))
    if (name !== undefined && item !== undefined)
      editField(vault, VAULT_KINDS[name], item, staleOf(vaultBefore, name, item.id, draw), draw)
  },
  removeInVault: ({ vault, readsVault }, draw) => {
    const name = draw.one(VAULT_NAMES.filter((one) => listed(readsVault(), one).length > 0))
    const item = name === undefined ? undefined : draw.one(listed(readsVault(), name))
    if (name !== undefined && item !== undefined)
      (VAULT_KINDS[name] as AnyKind).remove(vault, { id: item.id, deleted: true })
  },
  restoreInVault: ({ vault, readsVault }, draw) => {
    const gone = VAULT_NAMES.flatMap((name) =>
      (readsVault()[name] as readonly (Stored & { returned: boolean })[]).flatMap(
        ({ id, deletedAt, returned }) => (deletedAt !== null || returned ? [{ name, id }] : []),
      ),
    )
    const one = draw.one(gone)
    if (one) (VAULT_KINDS[one.name] as AnyKind).remove(vault, { id: one.id, deleted: false })
  },
  letter: ({ vault }, draw) => {
    const word = draw.word()
    const id = word.replace(/\W/g, '').padEnd(22, '-')
    takeInCaptures(vault, [{ id, text: word, about: '', at: TODAY }])
  },
  drop: ({ vault, readsVault }, draw) => {
    const capture = draw.one(kept(readsVault().captures))
    if (capture === undefined) return
    dropCapture(vault, capture.id)
    if (draw.below(2) === 0) takeInCaptures(vault, [capture])
  },
  card: ({ vault, readsVault }, draw) => {
    const lines = readsVault().supportCards.flatMap((one) =>
      one.deletedAt === null ? one.lines : [],
    )
    keepCard(vault, [...lines, { name: draw.word(), reach: '', when: '' }])
  },
  resource: ({ vault, readsVault }, draw) => {
    const resource = draw.one(directoryOf(readsVault().resources))
    if (resource === undefined) return
    if (draw.below(3) === 0) removeResource(vault, resource)
    else {
      // As the form gives it: the fields, and nothing of the item.
      const { id, createdAt, deletedAt, returned, order, ...next } = resource
      editResource(vault, { resource, next: { ...next, purpose: rewritten(next.purpose, draw) } })
    }
  },
  erase: ({ vault }, draw) =>
    void askToErase(vault, { record: 'r', name: draw.word(), why: '', today: TODAY }),
  settings: ({ vault }, draw) =>
    setSettings(vault, { cadenceWeeks: 1 + draw.below(50), letterhead: draw.word() }),
  settleInVault: ({ vault, readsVault }, draw) => {
    const conflict = draw.one(readsVault().conflicts)
    if (conflict)
      settle(vault, { ...conflict, value: draw.one([conflict.shown, ...conflict.others]) })
  },
}
