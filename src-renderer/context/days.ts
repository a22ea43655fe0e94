/**
 * The days that pass while the vault is open: each is stamped in the vault (seen-day.ts), and a clock that jumps is
 * noticed, since nothing else would say why dates are suddenly wrong.
 */
import { create } from 'zustand'
import {
  confirmDay,
  isDoubtful,
  stampDay,
  type VaultDay,
} from '../../shared/model/caseload/seen-day'
import type { VaultSession } from '../store/session/vault-session'
import { today } from '../ui/when'
import { createJumpWatch } from './jump-watch'
import { useVault } from './vault/session'

const LOOK_EVERY_MS = 60_000

const jumps = createJumpWatch(
  () => Date.now(),
  () => performance.now(),
)

export const useDays = create<{
  readonly today: string
  /** The date that it would be, had the clock not jumped. */
  readonly expected: string | undefined
}>(() => ({ today: today(), expected: undefined }))

/** The vault's day, and the date that this laptop's clock says. */
export const useVaultDay = (): VaultDay => {
  const day = useDays((days) => days.today)
  return { seen: useVault().seenDay, today: day }
}

/** What to ask about the date, whatever is due: the clock's and the one that it is far from. */
export const useDoubt = (): { readonly now: string; readonly expected: string } | undefined => {
  const day = useVaultDay()
  const expected = useDays((days) => days.expected)
  if (expected !== undefined) return { now: day.today, expected }
  return day.seen !== null && isDoubtful(day) ? { now: day.today, expected: day.seen } : undefined
}

/** The coach says that the date which was shown is right. The clock may say another one by now: that is asked anew. */
export const confirmDate = async (session: VaultSession, shown: string): Promise<void> => {
  const day = today()
  if (day === shown) {
    jumps.rebase()
    await session.runOnVault(confirmDay, { device: session.device, today: day })
  }
  useDays.setState({ today: day, expected: jumps.look() })
}

/** Until the vault locks, which reloads the page and ends the timer with it. */
export const startDays = (session: VaultSession): void => {
  let stamped: string | undefined
  const look = async (): Promise<void> => {
    const day = today()
    const { today: shown, expected: told } = useDays.getState()
    const expected = jumps.look()
    if (shown !== day || told !== expected) useDays.setState({ today: day, expected })
    // A vault that was just joined has no day yet: it comes with the sync.
    if (day === stamped && session.model.getState().vault.seenDay !== null) return
    stamped = day
    await session.runOnVault(stampDay, { device: session.device, today: day })
  }
  void look()
  setInterval(() => void look(), LOOK_EVERY_MS)
  // What wakes the sync after a sleep (start.ts): the steady clock may have stood still meanwhile.
  window.addEventListener('online', jumps.rebase)
}
