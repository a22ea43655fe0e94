/** Mentees whom the vault lists and of whom nothing has arrived here. */
import type { VaultSession } from '../store/session/vault-session'
import type { SyncAgreement } from './agreed/agreeing'
import type { FolderStatus } from './folder/folder-status'

type Here = Pick<VaultSession, 'device' | 'entries' | 'headOf' | 'model'>

/** Their records. A companion shows nothing: it is fetched as soon as it is listed, and looked after by the sweep. */
export const awaited = ({ entries, model }: Pick<Here, 'entries' | 'model'>): readonly string[] => {
  const { records } = model.getState()
  return entries().flatMap(({ id, historyOf }) =>
    historyOf === undefined && records[id] === undefined ? [id] : [],
  )
}

/**
 * Those of whom nothing will arrive: a laptop that was removed had added them, or this one, which ended in the middle of
 * it; and none that stays has anything, by what all of them say. What is stored here and does not open just now is
 * something. `agreement` is the relay's; without one, what the folder says counts.
 */
export const awaitedInVain = (
  session: Here,
  agreement: SyncAgreement | undefined,
  folder: FolderStatus | undefined,
): readonly string[] => {
  const { laptops, unread } = session.model.getState()
  const isStored = (record: string): boolean => {
    const head = session.headOf(record)
    return unread.includes(record) || (head !== undefined && (head.rows > 0 || head.tail !== ''))
  }
  const waiting = new Set(awaited(session).filter((record) => !isStored(record)))
  if (waiting.size === 0) return []
  const removed = new Set(laptops.flatMap(({ id, state }) => (state === 'removed' ? [id] : [])))
  const others = laptops.filter(({ id, state }) => state !== 'this' && !removed.has(id))
  // One that has not followed yet may bring them along.
  if (others.some(({ state }) => state === 'behind')) return []
  const hasAll = (id: string): boolean =>
    folder?.laptops.some((one) => one.device === id && one.isRead && one.hasAll) === true
  const isAgreed =
    others.length === 0 || (agreement?.isAgreed ?? others.every(({ id }) => hasAll(id)))
  if (!isAgreed) return []
  const isTheirs = (laptop: string): boolean => removed.has(laptop) || laptop === session.device
  return session
    .entries()
    .flatMap(({ id, listedBy = '' }) => (waiting.has(id) && isTheirs(listedBy) ? [id] : []))
}
