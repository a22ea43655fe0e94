/** What a coach can do to a record and to the caseload, each drawn at random from what stands on that laptop's screens. */
import type * as Y from 'yjs'
import type { AnyKind } from '../../shared/crdt/kind'
import { byOrder } from '../../shared/crdt/order'
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
import { kept } from '../../shared/model/projection'
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
import {
  type Command,
  type Draw,
  editField,
  firstValues,
  listed,
  nestedIn,
  nestedInVault,
  rewritten,
  type Stored,
  staleOf,
} from './model-draws'

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

const NAMES = Object.keys(RECORD_KINDS) as (keyof typeof RECORD_KINDS)[]
const VAULT_NAMES = Object.keys(VAULT_KINDS) as (keyof typeof VAULT_KINDS)[]

const page = (id: string) => ({
  id,
  title: '',
  date: TODAY,
  themes: [],
  text: [plainLine(`w${id}𝐱`)],
})

type FoundNested = ReturnType<typeof nestedIn>

/** Adds a part to something, removes one, or edits it. */
const changeNested = (doc: Y.Doc, found: FoundNested, draw: Draw): void => {
  if (found === undefined) return
  const { owner, kind, items } = found
  const item = draw.one(items)
  const how = draw.below(4)
  if (item === undefined || how === 0) kind.add(doc, { ...firstValues(kind, draw), of: owner })
  else if (how === 1) kind.remove(doc, { of: owner, id: item.id, deleted: true })
  else editField(doc, kind, item, undefined, draw, owner)
}

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
  nested: ({ record, reads }, draw) => changeNested(record, nestedIn(reads(), draw), draw),
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
  actions: ({ record, reads }, draw) => {
    const session = draw.one(kept(reads().sessions))?.id ?? null
    const item = () => ({ what: draw.word(), due: null, agreedOn: TODAY, session })
    addActions(record, [item(), item()])
  },
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
  nestedInVault: ({ vault, readsVault }, draw) =>
    changeNested(vault, nestedInVault(readsVault(), draw), draw),
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
