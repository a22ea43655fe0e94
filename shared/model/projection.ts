/**
 * The projection: a record as plain typed objects, whichever side a change came from. Screens read only this.
 */
import type * as Y from 'yjs'
import { type Conflict, conflictsIn } from '../crdt/conflict'
import { kept } from '../crdt/kind'
import { fingerprint } from '../crdt/knowing'
import { profileOf, RECORD_SCHEMA, schemaOf } from '../crdt/record'
import { type CaseloadSettings, readSettings } from './caseload/caseload'
import { readDevices } from './caseload/device'
import { type HeaderNote, type RecoveryState, readHeaders, readRecovery } from './caseload/recovery'
import { readSample, type Sample } from './caseload/sample'
import { readSeenDay } from './caseload/seen-day'
import { type Lists, listsOf } from './kind-lists'
import { type Declared, isLone, RECORD_KINDS, VAULT_KINDS } from './kinds'
import { type Goal, isOpenGoal } from './record/goal'
import { type Mentee, menteeProfile, readMentee } from './record/mentee'
import { type ReachMarks, reachMarks } from './record/reach'
import { withReturnedSessions } from './record/session'
import { supportOwedSince } from './record/support-offer'

/** Raised when a kind's items read otherwise than before. That there is another kind or field tells itself. */
const READING = 7

const fieldsOf = ({ fields, nested = {} }: Declared): readonly unknown[] => [
  ...Object.keys(fields),
  ...Object.entries(nested).map(([name, inner]) => [name, Object.keys(inner.fields)]),
]

export const versionOf = (all: readonly Declared[]): string =>
  `${READING}/${fingerprint(all.map((one) => [one.name, fieldsOf(one)]))}`

/** A stored projection of another version is made anew. */
export const PROJECTION_VERSION = versionOf([
  menteeProfile,
  reachMarks,
  ...Object.values<Declared>(RECORD_KINDS),
])

export interface RecordProjection extends Lists<typeof RECORD_KINDS> {
  readonly version: string
  readonly id: string
  readonly schema: number
  readonly mentee: Mentee
  readonly reachMarks: ReachMarks
  /** An offer of support is owed since this day (support-offer.ts). */
  readonly supportOwed: string | null
  readonly conflicts: readonly Conflict[]
}

export interface VaultProjection extends Lists<typeof VAULT_KINDS> {
  readonly settings: CaseloadSettings
  readonly devices: Readonly<Record<string, string>>
  /** The latest date that the vault is sure of (seen-day.ts). */
  readonly seenDay: string | null
  readonly conflicts: readonly Conflict[]
  /** The sample caseload, while it is there. */
  readonly sample: Sample | null
  readonly recovery: RecoveryState
  /** Per device id. */
  readonly headers: Readonly<Record<string, HeaderNote>>
}

/** What there is one of or by key, as it is shown, by its name. */
type Lone = Readonly<Partial<Record<string, Readonly<Record<string, unknown>>>>>

const emptyLists = <Kinds extends object>(kinds: Kinds): Lists<Kinds> =>
  Object.fromEntries(Object.keys(kinds).map((name) => [name, []])) as unknown as Lists<Kinds>

export interface Projector<P> {
  readonly project: () => P
  readonly destroy: () => void
}

type Found = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly deletedAt: string | null
}

/** Every item of the lists, nested ones too, by its id. */
const itemsById = (lists: object): ReadonlyMap<string, Found> => {
  const found = new Map<string, Found>()
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return
    for (const item of value) {
      if (item === null || typeof item !== 'object' || !('id' in item)) continue
      found.set(String(item.id), item as Found)
      for (const inner of Object.values(item)) visit(inner)
    }
  }
  for (const list of Object.values(lists)) visit(list)
  return found
}

/** Looks again only when one of the lists is another one. */
const sameWhileUnchanged = <L extends object>(look: (lists: L) => L): ((lists: L) => L) => {
  let seen: readonly unknown[] = []
  let found: L | undefined
  return (lists) => {
    const now = Object.values(lists)
    if (found === undefined || now.some((list, index) => list !== seen[index])) found = look(lists)
    seen = now
    return found
  }
}

export const createProjector = (id: string, record: Y.Doc): Projector<RecordProjection> => {
  const { lists, destroy } = listsOf(record, RECORD_KINDS)
  const returned = sameWhileUnchanged((all: Lists<typeof RECORD_KINDS>) =>
    withReturnedSessions(record, all),
  )
  return {
    project: () => {
      const all = returned(lists())
      const mentee = readMentee(record)
      const marks = reachMarks.readAll(record)
      const lone: Lone = { mentee, reachMarks: marks }
      let byId: ReadonlyMap<string, Found> | undefined
      const shownIn = (item: string, field: string): unknown => {
        if (isLone(item)) return lone[item]?.[field]
        byId ??= itemsById(all)
        const found = byId.get(item)
        return found?.deletedAt === null ? found[field] : undefined
      }
      return {
        version: PROJECTION_VERSION,
        id,
        schema: schemaOf(record),
        mentee,
        ...all,
        reachMarks: marks,
        supportOwed: supportOwedSince(record),
        conflicts: conflictsIn(record, shownIn),
      }
    },
    destroy,
  }
}

export const createVaultProjector = (vault: Y.Doc): Projector<VaultProjection> => {
  const { lists, destroy } = listsOf(vault, VAULT_KINDS)
  return {
    project: () => {
      const all = lists()
      const settings = readSettings(vault)
      const lone: Lone = { settings }
      let byId: ReadonlyMap<string, Found> | undefined
      return {
        ...all,
        settings,
        devices: readDevices(vault),
        seenDay: readSeenDay(vault),
        sample: readSample(vault),
        recovery: readRecovery(vault),
        headers: readHeaders(vault),
        conflicts: conflictsIn(vault, (item, field) => {
          if (isLone(item)) return lone[item]?.[field]
          byId ??= itemsById(all)
          return byId.get(item)?.[field]
        }),
      }
    },
    destroy,
  }
}

export const emptyVaultProjection = (settings: CaseloadSettings): VaultProjection => ({
  ...emptyLists(VAULT_KINDS),
  settings,
  devices: {},
  seenDay: null,
  sample: null,
  recovery: { known: false, sheet: '', keptAt: '', seenAt: '' },
  headers: {},
  conflicts: [],
})

/** Whether a record has a mentee in it: one that is just being fetched from another device may not, yet. */
export const hasMentee = (record: Y.Doc): boolean => profileOf(record).size > 0

export { kept } from '../crdt/kind'

export const isNewerRecord = (projection: RecordProjection): boolean =>
  projection.schema > RECORD_SCHEMA
export const openGoals = (projection: Pick<RecordProjection, 'goals'>): readonly Goal[] =>
  projection.goals.filter(isOpenGoal)

/** The day of the last meeting that was held, or null. */
export const lastContact = (
  projection: Pick<RecordProjection, 'id' | 'sessions'> &
    Partial<Pick<RecordProjection, 'pairings'>>,
  groups: readonly {
    readonly present: readonly string[]
    readonly status: string
    readonly date: string
    readonly deletedAt: string | null
  }[] = [],
): string | null => {
  const own = kept(projection.sessions).find(({ status }) => status === 'held')?.date ?? null
  const group =
    kept(groups).find(({ status, present }) => status === 'held' && present.includes(projection.id))
      ?.date ?? null
  return (
    [own, group, ...kept(projection.pairings ?? []).map(({ metOn }) => metOn)]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  )
}

/** Those whose coaching has ended, or who were put away: archived, and not in the bin. */
export const formerRecords = (
  records: Readonly<Record<string, RecordProjection>>,
): readonly RecordProjection[] =>
  Object.values(records).filter(
    ({ mentee }) => mentee.deletedAt === null && mentee.archivedAt !== null,
  )

/** The current caseload: neither binned nor archived. */
export const currentRecords = (
  records: Readonly<Record<string, RecordProjection>>,
): readonly RecordProjection[] =>
  Object.values(records).filter(
    ({ mentee }) => mentee.deletedAt === null && mentee.archivedAt === null,
  )
