/**
 * The open vault, for the screens: its read model, its commands, its sync. A screen reads projections and runs
 * commands. In presenter mode the same hooks give less, so that no screen has to remember to hide anything.
 */
import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { useStore } from 'zustand'
import { type Binnable, binItem, restoreItem } from '../../../shared/model/bin'
import type { RecordKind } from '../../../shared/model/kinds'
import { kept, type RecordProjection, type VaultProjection } from '../../../shared/model/projection'
import { presentRecord, presentVault } from '../../../shared/views/presenting'
import type { SearchIndex } from '../../store/search/search-index'
import type { ReadModel } from '../../store/session/read-model'
import type { VaultSession } from '../../store/session/vault-session'
import type { Sync } from '../../sync/sync'
import { offerUndo } from '../../ui/undo'
import { useApp } from '../app-state'
import { NotHere } from '../submit'

export interface OpenVault {
  readonly session: VaultSession
  readonly sync: Sync | undefined
  readonly search: SearchIndex
}

const Context = createContext<OpenVault | undefined>(undefined)

export const OpenVaultProvider = ({
  session,
  sync,
  search,
  children,
}: OpenVault & { readonly children: ReactNode }) => (
  <Context value={{ session, sync, search }}>{children}</Context>
)

export const useOpenVault = (): OpenVault => {
  const vault = useContext(Context)
  if (vault === undefined) throw new Error('a screen of the open vault is shown without one')
  return vault
}

type Kept = { readonly deletedAt: string | null }
const presented = new WeakMap<object, unknown>()
const once = <From extends object, To>(from: From, make: (from: From) => To): To => {
  if (!presented.has(from)) presented.set(from, make(from))
  return presented.get(from) as To
}
const presentModel = (model: ReadModel): ReadModel => ({
  ...model,
  records: Object.fromEntries(
    Object.entries(model.records).map(([id, record]) => [id, once(record, presentRecord)]),
  ),
  vault: once(model.vault, presentVault),
  incoming: [],
})

/** What screens read. In presenter mode it holds no names and no memory aids, so that no screen can show one. */
export const useModel = <T,>(select: (model: ReadModel) => T): T => {
  const presenting = useApp((state) => state.presenting)
  return useStore(useOpenVault().session.model, (model) =>
    select(presenting ? once(model, presentModel) : model),
  )
}

export const useRecord = (id: string): RecordProjection | undefined =>
  useModel((model) => model.records[id])

/** While the coach presents: what there is, to say how much of it is hidden, and for nothing else. */
export const useWholeModel = (): ReadModel | undefined => {
  const presenting = useApp((state) => state.presenting)
  return useStore(useOpenVault().session.model, (model) => (presenting ? model : undefined))
}

/** How many of a record's items a screen that others look at does not show; 0 while nobody looks. */
export const useHidden = (id: string, kind: RecordKind): number => {
  const presenting = useApp((state) => state.presenting)
  return useStore(useOpenVault().session.model, ({ records }) => {
    const record = records[id]
    if (!presenting || record === undefined) return 0
    return kept<Kept>(record[kind]).length - kept<Kept>(once(record, presentRecord)[kind]).length
  })
}

export const useVault = (): VaultProjection => useModel((model) => model.vault)

/** Commands as screens run them: one that found nothing to work on is a failure, and not done. */
const insisting = ({
  run,
  vaultRecordId,
}: VaultSession): Pick<VaultSession, 'run' | 'runOnVault'> => {
  const insist: VaultSession['run'] = async (record, command, input) => {
    let done = false
    const output = await run(
      record,
      (doc, given: typeof input) => {
        done = true
        return command(doc, given)
      },
      input,
    )
    if (!done) throw new NotHere()
    return output
  }
  return { run: insist, runOnVault: (command, input) => insist(vaultRecordId, command, input) }
}

/** Runs a command on a record; rejects when the record is not here any more, or is read-only. */
export const useRun = (): VaultSession['run'] => once(useOpenVault().session, insisting).run

/** For what is stored as it is typed. */
export const useType = (): VaultSession['type'] => useOpenVault().session.type

/** Keeps a record open and connected while a screen shows it. */
export const useOpenRecord = (id: string): void => {
  const { session, sync } = useOpenVault()
  useEffect(() => {
    const lease = session.acquire(id)
    const unpin = sync?.pin(id)
    return () => {
      unpin?.()
      void lease.then(
        (lent) => lent?.release(),
        () => undefined,
      )
    }
  }, [session, sync, id])
}

/** Deletes an item of a record and offers to take it back. */
export const useBin = (
  record: string,
): ((kind: Binnable, id: string, message: string) => Promise<void>) => {
  const run = useRun()
  return async (kind, id, message) => {
    await run(record, binItem, { kind, id })
    offerUndo(message, () => void run(record, restoreItem, { kind, id }))
  }
}

/** Runs a command on the vault record: what belongs to the whole caseload. */
export const useRunOnVault = (): VaultSession['runOnVault'] =>
  once(useOpenVault().session, insisting).runOnVault
