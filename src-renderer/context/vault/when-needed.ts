/** Everything that is not needed for the first paint. */
export const vaultActions = () => import('./vault-actions')
