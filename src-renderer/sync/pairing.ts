/** Both sides of pairing, over a room of the relay that only the code leads to. See shared/vault/pairing.ts. */
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { roomOnRelay } from '../../shared/vault/admission'
import {
  answerRequest,
  createRequest,
  openAnswer,
  PAIRING_MINUTES,
  type PairingGrant,
  type PairingKeys,
} from '../../shared/vault/pairing'
import { CLOSE_NEEDS_SECRET, isFinalClose } from '../../shared/wire'

export type PairingState = 'connecting' | 'waiting' | 'done' | 'expired' | 'refused'

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
  return { provider, map: doc.getMap<Uint8Array>('pairing'), stop, part: () => setTimeout(stop, PARTING_MS) }
}

/** The device that has the vault: answers the first request made with the code, once. */
export const offerPairing = (
  relay: string,
  pairing: PairingKeys,
  grant: PairingGrant,
  changed: (state: PairingState) => void,
): Pairing => {
  const { provider, map, stop, part } = meet(relay, pairing, changed)
  let answered = false
  provider.on('sync', (synced) => synced && !answered && changed('waiting'))
  map.observe(() => {
    if (map.get('done') !== undefined && answered) {
      map.delete('request')
      map.delete('answer')
      changed('done')
      // The code is used up whether or not the deletions arrive.
      part()
      return
    }
    const request = map.get('request')
    if (answered || !(request instanceof Uint8Array)) return
    const answer = answerRequest(pairing, request, grant)
    if (!answer.ok) return
    answered = true
    map.set('answer', answer.value)
  })
  return { stop }
}

/** The new device: asks with the code, and hands over what the other device granted. */
export const requestPairing = (
  relay: string,
  pairing: PairingKeys,
  changed: (state: PairingState) => void,
  granted: (grant: PairingGrant) => void,
): Pairing => {
  const { provider, map, stop, part } = meet(relay, pairing, changed, true)
  const request = createRequest(pairing)
  let done = false
  provider.on('sync', (synced) => {
    if (!synced || done || map.has('request')) return
    if (map.has('done')) return changed('refused')
    map.set('request', request.sealed)
    changed('waiting')
  })
  map.observe(() => {
    const answer = map.get('answer')
    if (done || !(answer instanceof Uint8Array)) return
    const opened = openAnswer(pairing, request, answer)
    if (!opened.ok) return changed('refused')
    done = true
    map.set('done', new Uint8Array([1]))
    changed('done')
    granted(opened.value)
    part()
  })
  return { stop }
}
