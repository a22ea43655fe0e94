/**
 * Asking for the vault with a code: one that is typed here, or one that this laptop shows and the other types. Whoever
 * reads a code that is shown here could pose as the laptop that has the vault and hand over one of their own, so what
 * is given then counts once the coach has said here, too, that both show the same number (docs/security.md).
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PairingGrant } from '../../../shared/vault/pairing'
import { spoken, t } from '../../../shared/words/words'
import { host, useApp } from '../../context/app-state'
import { codeSentence } from '../../context/sentences'
import { vaultActions } from '../../context/vault/when-needed'
import type { Asked, Pairing, PairingState } from '../../sync/pairing/pairing'

const END: Readonly<Partial<Record<PairingState, string>>> = spoken({
  expired: 'pairing.codeOutOfTime',
  refused: 'pairing.codeUsed',
  declined: 'pairing.otherSaidNo',
})

export interface Requesting {
  /** The code is out, and the other laptop is waited for. */
  readonly waiting: boolean
  /** The code that is shown here; undefined when it was typed. */
  readonly shown: string | undefined
  readonly asked: Asked | undefined
  /** What the other laptop gave, once it may be taken. */
  readonly grant: PairingGrant | undefined
  readonly isSame: boolean
  /** `address`: the relay, or null for the folder. */
  readonly ask: (address: string | null, code: string, isShown: boolean) => Promise<void>
  readonly sayWhetherSame: (same: boolean) => void
}

export const useRequest = (say: (problem: string) => void): Requesting => {
  const laptop = useApp((state) => state.environment?.deviceName ?? '')
  const [shown, setShown] = useState<string>()
  const [waiting, setWaiting] = useState(false)
  const [asked, setAsked] = useState<Asked>()
  const [given, setGiven] = useState<PairingGrant>()
  const [isSame, setSame] = useState(false)
  const request = useRef<Pairing>(undefined)
  useEffect(() => () => request.current?.stop(), [])

  const end = useCallback(
    (why: string): void => {
      setWaiting(false)
      setAsked(undefined)
      setShown(undefined)
      say(why)
    },
    [say],
  )

  const ask = useCallback(
    async (address: string | null, code: string, isShown: boolean): Promise<void> => {
      const { derivePairing, requestPairing, overFolder, overRelay } = await vaultActions()
      const pairing = derivePairing(code)
      if (!pairing.ok) return say(codeSentence(pairing.error))
      say('')
      setWaiting(true)
      setShown(isShown ? code : undefined)
      const way = address === null ? overFolder(host.syncFolder) : overRelay(address)
      request.current = requestPairing(way, pairing.value, laptop, {
        changed: (state) => {
          const ended = END[state]
          if (ended !== undefined) end(ended)
          else say(state === 'away' ? t('pairing.folderAway') : '')
        },
        asked: setAsked,
        granted: setGiven,
      })
    },
    [say, end, laptop],
  )

  return {
    waiting,
    shown,
    asked,
    grant: shown === undefined || isSame ? given : undefined,
    isSame,
    ask,
    sayWhetherSame: (same) => {
      setSame(same)
      if (same) return
      request.current?.stop()
      setGiven(undefined)
      end(t('pairing.numbersDiffer'))
    },
  }
}
