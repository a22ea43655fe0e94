/** How this laptop's own relay stands, as main says it: looked at while it is shown, since networks come and go. */
import { useEffect, useState } from 'react'
import type { Sharing } from '../../../../shared/bridge/network'
import { host } from '../../../context/app-state'

const LOOK_EVERY_MS = 2000

export const useSharing = (): Sharing | undefined => {
  const [sharing, setSharing] = useState<Sharing>()
  useEffect(() => {
    let isShown = true
    const look = async (): Promise<void> => {
      const found = await host.network.sharing()
      if (isShown) setSharing(found)
    }
    void look()
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    return () => {
      isShown = false
      clearInterval(timer)
    }
  }, [])
  return sharing
}
