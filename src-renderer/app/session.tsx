/** The open vault, for the screens: its read model, its commands, its sync. */
import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { useStore } from 'zustand'
import { type Binnable, binItem, restoreItem } from '../../shared/model/bin'
import type { RecordProjection, VaultProjection } from '../../shared/model/projection'
import type { ReadModel } from '../store/read-model'
import type { VaultSession } from '../store/vault-session'
import type { Sync } from '../sync/sync'
import { offerUndo } from '../ui/undo'

interface OpenVault {
  readonly session: VaultSession
  readonly sync: Sync | undefined
}

const Context = createContext<OpenVault | undefined>(undefined)

export const OpenVaultProvider = ({
  session,
  sync,
  children,
}: OpenVault & { readonly children: ReactNode }) => <Context value={{ session, sync }}>{children}</Context>

export const useOpenVault = (): OpenVault => {
  const vault = useContext(Context)
  if (vault === undefined) throw new Error('a screen of the open vault is shown without one')
  return vault
}

export const useModel = <T,>(select: (model: ReadModel) => T): T =>
  useStore(useOpenVault().session.model, select)

export const useRecord = (id: string): RecordProjection | undefined => useModel((model) => model.records[id])

export const useVault = (): VaultProjection => useModel((model) => model.vault)

export const useRun = (): VaultSession['run'] => useOpenVault().session.run

/** Keeps a record open and connected while a screen shows it. */
export const useOpenRecord = (id: string): void => {
  const { session, sync } = useOpenVault()
  useEffect(() => {
    void session.acquire(id)
    const unpin = sync?.pin(id)
    return () => {
      unpin?.()
      session.release(id)
    }
  }, [session, sync, id])
}

/** Deletes an item of a record and offers to take it back. */
export const useBin = (record: string): ((kind: Binnable, id: string, message: string) => Promise<void>) => {
  const run = useRun()
  return async (kind, id, message) => {
    await run(record, binItem, { kind, id })
    offerUndo(message, () => void run(record, restoreItem, { kind, id }))
  }
}

/** Runs a command on the vault record: what belongs to the whole caseload. */
export const useRunOnVault = (): VaultSession['runOnVault'] => useOpenVault().session.runOnVault
