/**
 * The vault's own day: the latest date that it is sure of, whatever the clock of a laptop says.
 *
 * A clock can be years ahead, and what cannot be undone must not be done by it. So the vault counts the days on which it
 * was open. Each laptop stamps the day, once a day; the latest of all laptops' stamps is a floor, below which it cannot
 * be. A clock that is one day further has the next day, and moves the vault to it. A clock that is further ahead has
 * seen one day pass for each of its own days on which it found the vault where it had left it, and no more: three years
 * ahead move the vault by a day. A clock behind changes nothing. Weekends and holidays leave the vault behind the date,
 * which delays and never hastens; the coach can confirm the date, and that is the only way back, too.
 *
 * With every laptop's clock off by any constant time, the vault is ahead of the true date by a day for each clock that is
 * ahead, at most (tests/property/seen-day).
 */
import dayjs from 'dayjs'
import type * as Y from 'yjs'
import { addDays } from '../../base/day'
import type { Item } from '../../crdt/item'

/** The vault's day (null before it is sure of any) and the date that this laptop's clock says. */
export interface VaultDay {
  readonly seen: string | null
  readonly today: string
}

interface Stamp {
  /** How often the coach set the vault's day back: stamps of an earlier round no longer count. */
  readonly round: number
  readonly seen: string
  /** The laptop's own date when it was written. */
  readonly wall: string
}

const STAMP = /^(\d+) (\d{4}-\d{2}-\d{2}) (\d{4}-\d{2}-\d{2})$/

/** A laptop's id → its stamp, "round seen wall": one key a laptop, written once a day, since each writing stays for ever. */
const stampsOf = (vault: Y.Doc): Y.Map<unknown> => vault.getMap('seenDays')

const readStamp = (value: unknown): Stamp | undefined => {
  const [, round = '', seen = '', wall = ''] = STAMP.exec(String(value)) ?? []
  return seen === '' ? undefined : { round: Number(round), seen, wall }
}

const writeStamp = (vault: Y.Doc, device: string, { round, seen, wall }: Stamp): void => {
  stampsOf(vault).set(device, `${round} ${seen} ${wall}`)
}

/** The latest stamp of the latest round. */
const floorOf = (vault: Y.Doc): Stamp | undefined =>
  [...stampsOf(vault).values()]
    .flatMap((value) => readStamp(value) ?? [])
    .reduce<Stamp | undefined>(
      (last, one) =>
        last === undefined ||
        one.round > last.round ||
        (one.round === last.round && one.seen > last.seen)
          ? one
          : last,
      undefined,
    )

export const readSeenDay = (vault: Y.Doc): string | null => floorOf(vault)?.seen ?? null

const DATED = ['records', 'erasures', 'substitutions', 'captures', 'groupSessions']
const MOMENTS = ['addedAt', 'createdAt', 'askedOn']

/**
 * Where a vault without any stamp begins: the last day, up to the clock's, on which something was put into it. A new
 * vault was made today; one of an earlier version was open then, at least; one that was just joined is still empty and
 * knows nothing, so that a new laptop's clock is not the first to be believed.
 */
const firstDay = (vault: Y.Doc, today: string): string | null => {
  const items = DATED.flatMap((root) => [...vault.getMap<Item>(root).values()])
  const recovery = vault.getMap('recovery')
  const days = [
    ...items.flatMap((item) => MOMENTS.map((key) => item.get(key))),
    recovery.get('keptAt'),
    recovery.get('seenAt'),
  ].flatMap((at) => (typeof at === 'string' && at !== '' ? dayjs(at).format('YYYY-MM-DD') : []))
  if (days.length === 0) return null
  return (
    days
      .filter((day) => day <= today)
      .sort()
      .at(-1) ?? today
  )
}

/** Notes that the vault is open on this day; to be called when it is opened, and on each new day while it is. */
export const stampDay = (
  vault: Y.Doc,
  { device, today }: { readonly device: string; readonly today: string },
): void => {
  const floor = floorOf(vault)
  if (floor === undefined) {
    const seen = firstDay(vault, today)
    if (seen !== null) writeStamp(vault, device, { round: 0, seen, wall: today })
    return
  }
  const { round } = floor
  const own = readStamp(stampsOf(vault).get(device))
  const known = own?.round === round ? own : undefined
  if (today <= floor.seen || known?.wall === today) return
  const next = addDays(floor.seen, 1)
  // A day passed since this laptop found the vault at this very day: another laptop's day is not counted again.
  const passed = known !== undefined && known.seen === floor.seen && known.wall < today
  writeStamp(vault, device, {
    round,
    seen: today === next || passed ? next : floor.seen,
    wall: today,
  })
}

/** The coach says that the clock of this laptop is right. */
export const confirmDay = (
  vault: Y.Doc,
  { device, today }: { readonly device: string; readonly today: string },
): void => {
  const floor = floorOf(vault)
  const back = floor !== undefined && today < floor.seen
  writeStamp(vault, device, {
    round: (floor?.round ?? 0) + (back ? 1 : 0),
    seen: today,
    wall: today,
  })
}

/** Further than the vault's day is behind after weeks of weekends, or a holiday. */
const AHEAD_DAYS = 31

/** Whether the clock is so far from the vault's day that the coach is asked, although nothing may be due by it. */
export const isDoubtful = ({ seen, today }: VaultDay): boolean =>
  seen !== null && (today > addDays(seen, AHEAD_DAYS) || today < addDays(seen, -1))
