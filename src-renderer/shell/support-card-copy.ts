/** Keeps the support card where the lock screen can show it, whichever laptop it was changed on. */
import { useEffect } from 'react'
import { host, useApp } from '../context/app-state'
import { useVault } from '../context/vault/session'
import { cardLines } from '../features/resources/card-lines'

export const useSupportCardCopy = (): void => {
  const vault = useVault()
  const environment = useApp((state) => state.environment)
  useEffect(() => {
    if (environment === undefined) return
    const lines = cardLines(vault, environment.supportCard)
    if (
      vault.supportCards.length === 0 ||
      JSON.stringify(lines) === JSON.stringify(environment.supportCard)
    )
      return
    void host.laptop.setSupportCard(lines)
    useApp.setState({ environment: { ...environment, supportCard: lines } })
  }, [vault, environment])
}
