/** The page around a vault: its database, what is shown, closing the vault, and loading the page anew. */
import { type Database, openDatabase } from '../../store/disk/database'
import { host, type Phase, type Refusal, useApp } from '../app-state'
import { type Carried, closeVault, loadAnewWith } from './locking'

export const show = (phase: Phase): void => useApp.setState({ phase })
export const refuse = (why: Refusal): void => show({ name: 'refused', why })

let database: Database | undefined
/** Why an earlier database was deleted as this one was opened; said in the record of access once the vault is open. */
let damaged = ''
/** Said once. */
export const takeDamage = (): string => {
  const said = damaged
  damaged = ''
  return said
}

export const databaseOrRefusal = async (): Promise<Database | undefined> => {
  if (database?.isOpen() === true) return database
  const opened = await openDatabase(host.folder.freeSpace)
  if ('problem' in opened) {
    refuse(opened.problem === 'cannot-open' ? 'cannot-open-store' : opened.problem)
    return undefined
  }
  database = opened.database
  damaged ||= opened.damaged
  return database
}

export const reload = (): void => location.reload()
export const reloadWith = (carried: Carried): Promise<void> => loadAnewWith(host, carried, reload)

/** Closes the vault that is open, if one is. */
export const close = async (): Promise<void> => {
  const { phase, folder } = useApp.getState()
  if (phase.name !== 'open') return
  // Blank until the reload: a lock screen shown now would lose what is typed into it.
  show({ name: 'starting' })
  await closeVault({ ...phase, folder })
}
