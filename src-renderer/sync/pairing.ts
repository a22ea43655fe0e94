/** Both sides of pairing, over a room of the relay that only the code leads to. See shared/vault/pairing.ts. */
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import {
  answerRequest,
  createRequest,
  openAnswer,
  PAIRING_MINUTES,
  type PairingGrant,
  type PairingKeys,
} from '../../shared/vault/pairing'
import { WIRE_PROTOCOL } from '../../shared/wire'

export type PairingState = 'connecting' | 'waiting' | 'done' | 'expired' | 'refused'

export interface Pairing {
  readonly stop: () => void
}

const connect = (relay: string, pairing: PairingKeys) => {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(relay, pairing.room, doc, {
    disableBc: true,
    protocols: [WIRE_PROTOCOL, pairing.token],
    resyncInterval: 5000,
  })
  return { doc, provider, map: doc.getMap<Uint8Array>('pairing') }
}

/** The device that has the vault: answers the first request made with the code, once. */
export const offerPairing = (
  relay: string,
  pairing: PairingKeys,
  grant: PairingGrant,
  changed: (state: PairingState) => void,
): Pairing => {
  const { doc, provider, map } = connect(relay, pairing)
  let answered = false
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
  provider.on('sync', (synced) => synced && !answered && changed('waiting'))
  map.observe(() => {
    if (map.get('done') !== undefined && answered) {
      map.delete('request')
      map.delete('answer')
      changed('done')
      // The deletions are on their way; the code is used up whether or not they arrive.
      setTimeout(stop, 500)
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
  const { doc, provider, map } = connect(relay, pairing)
  const request = createRequest(pairing)
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
  provider.on('sync', (synced) => {
    if (!synced || map.has('request')) return
    map.set('request', request.sealed)
    changed('waiting')
  })
  map.observe(() => {
    const answer = map.get('answer')
    if (stopped || !(answer instanceof Uint8Array)) return
    const opened = openAnswer(pairing, request, answer)
    if (!opened.ok) return changed('refused')
    map.set('done', new Uint8Array([1]))
    changed('done')
    granted(opened.value)
    setTimeout(stop, 500)
  })
  return { stop }
}
