/**
 * Hints: what the laptops of a vault tell each other, sealed, in the awareness of the vault's room. Which records
 * have changed, how often, and the number of the last change of their own, so that the others fetch them and notice
 * what does not arrive; and which laptop and which run of the app this is, so that a laptop whose disk was copied is
 * noticed.
 *
 * What is told are counts, not events, and it is repeated, at first every few seconds and then as awareness always is:
 * one message that is lost is made up for by the next. A hint is a matter of speed only: a sweep finds the same.
 */
import * as v from 'valibot'
import type { Awareness } from 'y-protocols/awareness'
import { createSealedField } from './sealed-field'

const PAUSE_MS = 300
/** What is told is repeated for a minute: one message may be lost, and whoever lost it would call itself synced. */
const REPEAT_EVERY_MS = 4000
const REPEAT_FOR_MS = 60_000
/** The records that changed last; older changes were found by a sweep long ago. */
const MOST_RECORDS = 200

const News = v.object({
  device: v.string(),
  run: v.string(),
  /** Record, how often, and the number of the teller's own last change in it that the relay has (0.2 tells none). */
  changes: v.pipe(
    v.array(
      v.tupleWithRest([v.string(), v.number()], v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
    ),
    v.maxLength(MOST_RECORDS),
  ),
})

export interface Hints {
  /**
   * A record changed here, or the relay has stored it: the others should look. `last`: the number of the last change of
   * this laptop that the relay has (envelope.ts): of one that is on its way still nobody need wonder where it is.
   */
  readonly tell: (record: string, last?: number) => void
  /** The vault's room is connected anew. */
  readonly listen: (awareness: Awareness) => void
  readonly destroy: () => void
}

export interface HintListeners {
  /** `last`: the number of the device's own last change in the record. */
  readonly changed: (record: string, device: string, last: number) => void
  /**
   * Another run of the app lives under this laptop's id: its profile was copied. One of the two, and the same one for
   * both, is to take an id of its own.
   */
  readonly twin: (isForThisOne: boolean) => void
}

export const createHints = (
  /** Of the vault record, in the epoch that the vault is in. */
  vaultRecordKey: Uint8Array,
  device: string,
  run: string,
  { changed, twin }: HintListeners,
): Hints => {
  const news = createSealedField(vaultRecordKey, { field: 'news', place: 'hint', schema: News })
  const counts = new Map<string, number>()
  const lastNumbers = new Map<string, number>()
  /** By run and record, the count that was followed last. */
  const seen = new Map<string, number>()
  let awareness: Awareness | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let repeating: ReturnType<typeof setTimeout> | undefined
  let toldAt = Number.NEGATIVE_INFINITY

  const send = (): void => {
    clearTimeout(timer)
    clearTimeout(repeating)
    timer = undefined
    if (performance.now() - toldAt < REPEAT_FOR_MS) repeating = setTimeout(send, REPEAT_EVERY_MS)
    if (awareness === undefined) return
    const changes = [...counts]
      .slice(-MOST_RECORDS)
      .map(([record, count]): [string, number, number] => [
        record,
        count,
        lastNumbers.get(record) ?? 0,
      ])
    news.say(awareness, { device, run, changes })
  }

  return {
    tell: (record, last) => {
      if (last !== undefined) lastNumbers.set(record, last)
      const count = (counts.get(record) ?? 0) + 1
      // What changed last stands last.
      counts.delete(record)
      counts.set(record, count)
      toldAt = performance.now()
      // Whoever goes on writing must not put it off without end.
      timer ??= setTimeout(send, PAUSE_MS)
    },
    listen: (next) => {
      awareness = next
      send()
      // `update`, not `change`: it also comes for what is only repeated, which shows that the other one is alive.
      next.on(
        'update',
        ({ added, updated }: { readonly added: number[]; readonly updated: number[] }) => {
          for (const client of [...added, ...updated]) {
            if (client === next.clientID) continue
            const said = news.saidBy(next, client)
            if (said === undefined) continue
            // The last words of an earlier run of this very laptop may still lie at the relay; nobody repeats them.
            if (said.device === device && said.run !== run && updated.includes(client))
              twin(run > said.run)
            for (const [record, count, last = 0] of said.changes) {
              const key = `${said.run}/${record}`
              if (count <= (seen.get(key) ?? 0)) continue
              seen.set(key, count)
              changed(record, said.device, last)
            }
          }
        },
      )
    },
    destroy: () => {
      clearTimeout(timer)
      clearTimeout(repeating)
      news.forget()
    },
  }
}
