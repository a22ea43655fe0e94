/** When to remind of the sessions of a day, so that there is time to read the brief. */
import { kept } from '../crdt/kind'
import type { RecordProjection, VaultProjection } from '../model/projection'

export interface SessionReminder {
  readonly session: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly time: string
}

const MINUTE_MS = 60_000

/** Sessions with a time on the given days (on this computer's clock); none with 0 minutes. */
export const remindersOf = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  days: readonly string[],
  minutesBefore: number,
): readonly SessionReminder[] =>
  minutesBefore === 0
    ? []
    : [...records.flatMap(({ sessions }) => kept(sessions)), ...kept(vault.groupSessions)]
        .filter(({ status, date }) => status === 'planned' && days.includes(date))
        .flatMap(({ id, date, time }) =>
          time === null
            ? []
            : [
                {
                  session: id,
                  time,
                  at: new Date(`${date}T${time}:00`).getTime() - minutesBefore * MINUTE_MS,
                },
              ],
        )
