/** Offering the vault to a laptop that comes with the same code: one that this laptop makes, or one that it shows. */
import { useEffect, useRef, useState } from 'react'
import { nearPlaceToBytes, textToNearPlace } from '../../../../shared/relay/near'
import { relayParts } from '../../../../shared/relay/relay-address'
import { host } from '../../../context/app-state'
import { useOpenVault } from '../../../context/vault/session'
import { vaultActions } from '../../../context/vault/when-needed'
import type { Asked, Offered, PairingState } from '../../../sync/pairing/pairing'

export interface OfferBy {
  /** The way that both pair over; null for the folder. */
  readonly relay: string | null
  /** Where the other laptop finds this one, when this one is the relay: it is in the code. */
  readonly address?: string | undefined
  /** The code that the other laptop shows. */
  readonly typed?: string | undefined
}

export interface Offering {
  /** '' until there is one. */
  readonly code: string
  readonly state: PairingState
  readonly asked: Asked | undefined
  readonly answer: (yes: boolean) => Promise<void>
}

export const useOffer = (given: OfferBy): Offering => {
  const { session } = useOpenVault()
  // As it was at first: the code holds an address, which may change while it is shown.
  const [{ relay, address, typed }] = useState(given)
  const [code, setCode] = useState('')
  const [state, setState] = useState<PairingState>('connecting')
  const [asked, setAsked] = useState<Asked>()
  const offer = useRef<Offered>(undefined)
  useEffect(() => {
    let ended = false
    void vaultActions().then(
      ({ derivePairing, newPairingCode, offerPairing, overFolder, overRelay }) => {
        if (ended) return
        const place = address === undefined ? undefined : textToNearPlace(address)
        const made = typed ?? newPairingCode(place && nearPlaceToBytes(place)).join(' ')
        const pairing = derivePairing(made)
        if (!pairing.ok) return
        setCode(made)
        // As it is when it is given: a recovery sheet may be replaced meanwhile.
        const grant = () => {
          const { vaultKey, header } = session.opened
          const { vaultId, createdAt, recoveryWrap, epochs } = header
          const generation = session.generationOf(session.vaultRecordId)
          const relaySecret = relay === null ? undefined : relayParts(relay).secret
          const vault = { vaultKey, vaultId, createdAt, recoveryWrap, generation, epochs }
          return { ...vault, relaySecret }
        }
        const way = relay === null ? overFolder(host.syncFolder) : overRelay(relay)
        const needsEpochs = session.opened.header.epochs !== undefined
        offer.current = offerPairing(way, pairing.value, grant, setState, setAsked, needsEpochs)
      },
    )
    return () => {
      ended = true
      offer.current?.stop()
    }
  }, [relay, address, typed, session])
  const answer = async (yes: boolean): Promise<void> => {
    // Noted first: a crash in between leaves a note too many, and never one too few.
    await session.log.add(yes ? 'laptop-granted' : 'laptop-refused', asked?.name)
    offer.current?.answer(yes)
  }
  return { code, state, asked, answer }
}
