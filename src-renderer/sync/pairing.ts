/** Both sides of pairing, over a room of the relay that only the code leads to. See shared/vault/pairing.ts. */
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { roomOnRelay } from '../../shared/relay/admission'
import { CLOSE_NEEDS_SECRET, isFinalClose } from '../../shared/relay/wire'
import {
  type Asker,
  answerRequest,
  createOffer,
  createRequest,
  openAnswer,
  openNonce,
  PAIRING_MINUTES,
  type PairingGrant,
  type PairingKeys,
  pairingNumber,
  readRequest,
  sealNonce,
} from '../../shared/vault/pairing'

/**
 * `asking`: the first laptop's coach is asked. `declined`: they said no. `older`: the other laptop's Confidant shows no
 * number to compare.
 */
export type PairingState =
  | 'connecting'
  | 'waiting'
  | 'asking'
  | 'giving'
  | 'done'
  | 'declined'
  | 'older'
  | 'expired'
  | 'refused'

/** Another laptop that asks for the vault, as the coach sees it. */
export interface Asked {
  readonly name: string
  /** On both screens. */
  readonly number: string
}

export interface Offered extends Pairing {
  /** The coach's answer; nothing of the vault is sent before a yes. */
  readonly answer: (yes: boolean) => void
}

export interface Pairing {
  readonly stop: () => void
}

/** Lets the last message leave before the socket closes. */
const PARTING_MS = 500

const meet = (
  relay: string,
  pairing: PairingKeys,
  changed: (state: PairingState) => void,
  /** Whoever joins has no secret yet: it waits for the other to claim the room. */
  joins = false,
) => {
  const doc = new Y.Doc()
  const { address, protocols } = roomOnRelay(relay, pairing)
  const provider = new WebsocketProvider(address, pairing.room, doc, {
    disableBc: true,
    protocols,
    resyncInterval: 5000,
    shouldReconnect: ({ code }) => !isFinalClose(code) || (joins && code === CLOSE_NEEDS_SECRET),
  })
  let stopped = false
  const stop = (): void => {
    if (stopped) return
    stopped = true
    clearTimeout(timer)
    provider.destroy()
    doc.destroy()
  }
  const timer = setTimeout(() => {
    stop()
    changed('expired')
  }, PAIRING_MINUTES * 60_000)
  provider.on('closed', () => changed('refused'))
  return {
    provider,
    map: doc.getMap<Uint8Array>('pairing'),
    stop,
    ended: () => stopped,
    part: () => setTimeout(stop, PARTING_MS),
  }
}

/** The device that has the vault: asks its coach about the first request made with the code, and answers that one alone. */
export const offerPairing = (
  relay: string,
  pairing: PairingKeys,
  grant: () => PairingGrant,
  changed: (state: PairingState) => void,
  asked: (who: Asked) => void,
  /** The vault has left its first epoch: a laptop with version 0.3 could not open it. */
  needsEpochs = false,
): Offered => {
  const { provider, map, stop, ended, part } = meet(relay, pairing, changed)
  const offer = createOffer(pairing)
  let asker: Asker | undefined
  let answered = false
  provider.on('sync', (synced) => {
    if (!synced || map.has('offer')) return
    map.set('offer', offer.sealed)
    changed('waiting')
  })
  map.observe(() => {
    if (map.get('done') !== undefined && answered) {
      for (const key of ['offer', 'request', 'nonce', 'answer']) map.delete(key)
      changed('done')
      // The code is used up whether or not the deletions arrive.
      part()
      return
    }
    const request = map.get('request')
    if (asker !== undefined || !(request instanceof Uint8Array)) return
    const read = readRequest(pairing, request)
    if (!read.ok) return read.error === 'older' ? changed('older') : undefined
    if (needsEpochs && !read.value.knowsEpochs) return changed('older')
    asker = read.value
    map.set('nonce', sealNonce(pairing, offer))
    asked({ name: asker.name, number: pairingNumber(pairing, asker, offer.nonce) })
    changed('asking')
  })
  return {
    stop,
    answer: (yes) => {
      if (asker === undefined || answered || ended()) return
      if (yes) {
        answered = true
        changed('giving')
        map.set('answer', answerRequest(pairing, asker, grant()))
        return
      }
      map.set('done', new Uint8Array([0]))
      changed('declined')
      part()
    },
  }
}

/** The new device: asks with the code, shows the number, and hands over what the other device granted. */
export const requestPairing = (
  relay: string,
  pairing: PairingKeys,
  laptop: string,
  {
    changed,
    asked,
    granted,
  }: {
    readonly changed: (state: PairingState) => void
    readonly asked: (who: Asked) => void
    readonly granted: (grant: PairingGrant) => void
  },
): Pairing => {
  const { provider, map, stop, part } = meet(relay, pairing, changed, true)
  const request = createRequest(pairing, laptop)
  /** The offer that was there before the request was: another one says nothing. */
  let offer: Uint8Array | undefined
  let shown = false
  let done = false
  const refuse = (): void => {
    done = true
    changed('refused')
    part()
  }
  const ask = (): void => {
    const standing = map.get('offer')
    if (offer !== undefined || !(standing instanceof Uint8Array)) return
    // The code is good for one laptop, and another was here.
    if (map.has('request')) return refuse()
    offer = standing
    map.set('request', request.sealed)
  }
  const show = (): void => {
    const nonce = map.get('nonce')
    if (shown || offer === undefined || !(nonce instanceof Uint8Array)) return
    const opened = openNonce(pairing, offer, nonce)
    if (!opened.ok) return refuse()
    shown = true
    asked({ name: request.name, number: pairingNumber(pairing, request, opened.value) })
    changed('asking')
  }
  const take = (): void => {
    const answer = map.get('answer')
    if (!shown || !(answer instanceof Uint8Array)) return
    const opened = openAnswer(pairing, request, answer)
    if (!opened.ok) return refuse()
    done = true
    map.set('done', new Uint8Array([1]))
    changed('done')
    granted(opened.value)
    part()
  }
  const look = (): void => {
    if (done) return
    if (map.has('done')) {
      done = true
      changed(offer === undefined ? 'refused' : 'declined')
      part()
      return
    }
    ask()
    show()
    take()
  }
  provider.on('sync', (synced) => {
    if (!synced || done || offer !== undefined) return
    changed('waiting')
    look()
  })
  map.observe(look)
  return { stop }
}
