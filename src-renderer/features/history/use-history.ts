/** What is kept of an item, and what it says now, for as long as somebody looks at it. */
import { useEffect, useState } from 'react'
import { type Kept, type Said, saidOf } from '../../../shared/model/history/said'
import type { Version } from '../../../shared/model/history/version'
import { useOpenVault } from '../../context/vault/session'

export interface ItemHistory {
  /** Newest first; nothing until they were read. */
  readonly versions: readonly Version[] | undefined
  readonly now: Said | undefined
}

export const useHistory = (record: string, { kind, id }: Kept): ItemHistory => {
  const { session } = useOpenVault()
  const [versions, setVersions] = useState<readonly Version[]>()
  const [now, setNow] = useState<Said>()
  useEffect(
    () => session.history.follow(record, { kind, id }, setVersions),
    [session, record, kind, id],
  )
  useEffect(() => {
    let stop = (): void => undefined
    let ended = false
    void session.acquire(record).then(
      (lease) => {
        if (lease === undefined) return setNow({})
        const { doc } = lease.live
        const look = (): void => setNow(saidOf(doc, { kind, id }))
        stop = () => {
          doc.off('update', look)
          lease.release()
        }
        if (ended) return stop()
        doc.on('update', look)
        look()
      },
      () => setNow({}),
    )
    return () => {
      ended = true
      stop()
    }
  }, [session, record, kind, id])
  return { versions, now }
}
