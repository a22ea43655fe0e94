/** How saving, syncing and reading stand of each record, and what that comes to for all of them in the read model. */
import type { StoreApi } from 'zustand/vanilla'
import type { HeadRow } from '../disk/database'
import type { LiveRecord, Saving } from '../record/live-record'
import { type ReadModel, type Trouble, totalsOf } from './read-model'

export interface Standings {
  readonly head: (record: string) => HeadRow | undefined
  readonly saving: (record: string, state: Saving) => void
  /** Takes down how an open record stands now. */
  readonly look: (live: LiveRecord) => void
  readonly forget: (record: string) => void
}

export const createStandings = (
  model: StoreApi<ReadModel>,
  stored: Iterable<readonly [string, HeadRow]>,
): Standings => {
  const heads = new Map(stored)
  const savings = new Map<string, Saving>()
  const reports = new Map<string, Trouble>()
  const publish = (): void =>
    model.setState(({ trouble }) =>
      totalsOf(savings.values(), heads.values(), reports.values(), trouble),
    )
  publish()
  return {
    head: (record) => heads.get(record),
    saving: (record, state) => {
      savings.set(record, state)
      publish()
    },
    look: (live) => {
      heads.set(live.id, live.head())
      reports.set(live.id, live.envelope.report())
      publish()
    },
    forget: (record) => {
      heads.delete(record)
      savings.delete(record)
      reports.delete(record)
      publish()
    },
  }
}
