/**
 * What the app does with a vault, for the screens that are painted before any of its code is loaded. What is done by
 * itself has a function here; who needs several at once takes them from `vaultActions`.
 */
export const vaultActions = () => import('./vault-actions')

export const approach = async () => (await vaultActions()).approach()
export const lock = async (): Promise<void> => (await vaultActions()).lock()
export const loadAnew = async (): Promise<void> => (await vaultActions()).loadAnew()
export const resume = async (): Promise<boolean> => (await vaultActions()).resume()
export const setRelay = async (relay: string | null): Promise<void> =>
  (await vaultActions()).setRelay(relay)
export const replaceVault = async (backup: string): Promise<void> =>
  (await vaultActions()).replaceVault(backup)
