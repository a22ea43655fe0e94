/** Leaving a session that was begun and has nothing in it discards it; a lock does not, nor does anything half typed. */
import { useEffect } from 'react'
import { leaveSession } from '../../../shared/model/empty-session'
import { useApp } from '../../context/app-state'
import { typedNow } from '../../context/typing/kept-typing'
import { takeTypedAhead } from '../../context/typing/type-ahead'
import { useOpenVault } from '../../context/vault/session'

const isHalfTyped = (session: string): boolean =>
  Object.keys(typedNow()).some((id) => id.includes(session))

export const useLeaving = (record: string, session: string): void => {
  const { session: vault } = useOpenVault()
  useEffect(
    () =>
      useApp.subscribe(({ route, phase }, before) => {
        const was = before.route.screen === 'session' && before.route.session === session
        const is = route.screen === 'session' && route.session === session
        if (!was || is || phase.name !== 'open' || isHalfTyped(session)) return
        void vault.run(record, leaveSession, { id: session, words: takeTypedAhead(session) })
      }),
    [vault, record, session],
  )
}
