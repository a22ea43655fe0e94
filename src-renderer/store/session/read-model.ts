/** What the screens of the open vault read: every record's projection, and how saving and syncing stand. */
import { defaultSettings } from '../../../shared/model/caseload/caseload'
import {
  emptyVaultProjection,
  type RecordProjection,
  type VaultProjection,
} from '../../../shared/model/projection'
import type { LaptopStanding } from '../../../shared/vault/lineage'
import type { Incoming } from '../record/incoming'
import type { Saving } from '../record/live-record'
import type { LaptopRow } from './laptop-rows'

const TROUBLES = ['damaged', 'healed', 'newer', 'answered'] as const
/** How many blobs do not open, were replaced by others, come from a newer version, and were sent again for others. */
export type Trouble = Readonly<Record<(typeof TROUBLES)[number], number>>

export interface ReadModel {
  readonly records: Readonly<Record<string, RecordProjection>>
  /** What the vault record holds for the whole caseload. */
  readonly vault: VaultProjection
  /** What came in from other laptops and was not dismissed yet. */
  readonly incoming: readonly Incoming[]
  /** The worst of all records: a failure before 'saving' before 'saved'. */
  readonly saving: Saving
  /** Local changes not confirmed by the relay, all records together. */
  readonly waiting: number
  readonly trouble: Trouble
  /** How many records were put back from the safety copy at this unlock. */
  readonly restored: number
  /** Records that could not be read at this unlock: they are missing from `records`. */
  readonly unread: readonly string[]
  /** The vault is older than what this laptop has written before: an older copy was put in its place. */
  readonly older: boolean
  readonly lowSpace: boolean
  /** The vault's laptops, this one among them (laptops.ts). */
  readonly laptops: readonly LaptopRow[]
  /** Whether the vault goes on elsewhere, by what was announced. */
  readonly standing: LaptopStanding
  /** Records that are being moved to the vault's epoch. */
  readonly moving: { readonly done: number; readonly of: number } | undefined
  /** How many changes removed laptops have written since, by their ids; none of them was taken. */
  readonly refused: Readonly<Record<string, number>>
  /** When the laptop was removed because of which there is a new recovery sheet; '' when there was none. */
  readonly removedAt: string
}

const NO_TROUBLE: Trouble = { damaged: 0, healed: 0, newer: 0, answered: 0 }

export const emptyReadModel = (): ReadModel => ({
  records: {},
  vault: emptyVaultProjection(defaultSettings()),
  incoming: [],
  saving: 'saved',
  waiting: 0,
  trouble: NO_TROUBLE,
  restored: 0,
  unread: [],
  older: false,
  lowSpace: false,
  laptops: [],
  standing: { kind: 'current' },
  moving: undefined,
  refused: {},
  removedAt: '',
})

const rank = (saving: Saving): number => (saving === 'saved' ? 0 : saving === 'saving' ? 1 : 2)

/** All records together; `before` is kept where the troubles are the same, so that nothing is drawn again. */
export const totalsOf = (
  savings: Iterable<Saving>,
  heads: Iterable<{ readonly waiting: number }>,
  reports: Iterable<Trouble>,
  before: Trouble,
): Pick<ReadModel, 'saving' | 'waiting' | 'trouble'> => {
  let saving: Saving = 'saved'
  for (const state of savings) if (rank(state) > rank(saving)) saving = state
  let waiting = 0
  for (const head of heads) waiting += head.waiting
  const sum = { ...NO_TROUBLE }
  for (const report of reports) for (const name of TROUBLES) sum[name] += report[name]
  return {
    saving,
    waiting,
    trouble: TROUBLES.every((name) => before[name] === sum[name]) ? before : sum,
  }
}
