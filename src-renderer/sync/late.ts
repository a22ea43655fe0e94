/**
 * Late: changes that another laptop has said it made, or that another's changes refer to, and that have not arrived.
 * A relay that keeps something back cannot hide that it does, as long as anything else gets through.
 */
import { type Changes, countOf, heldOf } from '../../shared/envelope/numbering'
import { lengthOf } from '../../shared/envelope/ranges'
import type { LiveRecord } from '../store/record/live-record'

export interface LateChanges {
  readonly device: string
  readonly count: number
}

export interface Late {
  /** A laptop says, or said before this session, that it has made changes to a record up to this number. */
  readonly heard: (record: string, device: string, number: number, when: 'now' | 'before') => void
  /** Compares what was heard with what is here. */
  readonly look: (record: string, live: LiveRecord) => void
  /** Whether some of what a record lacks was told of by its author in this session. */
  readonly told: (record: string) => boolean
  readonly forget: (record: string) => void
  /** Over all records, by laptop. */
  readonly all: () => readonly LateChanges[]
}

export const createLate = (): Late => {
  const heard = {
    now: new Map<string, Map<string, number>>(),
    before: new Map<string, Map<string, number>>(),
  }
  const missing = new Map<string, Changes>()

  const heardOf = (record: string): Changes =>
    new Map(
      [...(heard.now.get(record) ?? [])].map(([device, number]) => [device, [[1, number + 1]]]),
    )

  return {
    heard: (record, device, number, when) => {
      const numbers = heard[when].get(record) ?? new Map<string, number>()
      heard[when].set(record, numbers.set(device, Math.max(number, numbers.get(device) ?? 0)))
    },
    look: (record, { envelope }) => {
      for (const numbers of [heard.now, heard.before])
        for (const [device, number] of numbers.get(record) ?? []) envelope.hear(device, number)
      const now = envelope.missing()
      if (now.size > 0) missing.set(record, now)
      else missing.delete(record)
    },
    told: (record) => countOf(heldOf(heardOf(record), missing.get(record) ?? new Map())) > 0,
    forget: (record) => {
      heard.now.delete(record)
      heard.before.delete(record)
      missing.delete(record)
    },
    all: () => {
      const counts = new Map<string, number>()
      for (const changes of missing.values())
        for (const [device, ranges] of changes)
          counts.set(device, (counts.get(device) ?? 0) + lengthOf(ranges))
      return [...counts].map(([device, count]) => ({ device, count }))
    },
  }
}
