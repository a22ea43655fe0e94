/**
 * Both sides of pairing: what they put into a channel that only the code leads to, a room of the relay or files in a folder
 * (pairing-ways.ts). See shared/vault/pairing.ts.
 */
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
} from '../../../shared/vault/pairing'
import type { PairingChannel, PairingWay } from './pairing-ways'

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
  /** The folder is not there, or does not take what is put into it; it is tried again. */
  | 'away'

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

const meet = (
  open: PairingWay,
  pairing: PairingKeys,
  changed: (state: PairingState) => void,
  look: (channel: PairingChannel) => void,
  /** Whoever joins has no secret yet: it waits for the other to claim the room. */
  joins = false,
) => {
  let stopped = false
  let last: PairingState = 'connecting'
  let away = false
  const say = (state: PairingState): void => {
    last = state
    changed(state)
  }
  const channel = open(pairing, joins, {
    looked: () => {
      if (stopped) return
      // As it was before the folder went away.
      if (away) changed(last)
      away = false
      look(channel)
    },
    unreached: (why) => {
      if (stopped) return
      away = why === 'away'
      changed(why)
    },
  })
  const stop = (): void => {
    if (stopped) return
    stopped = true
    clearTimeout(timer)
    channel.close('now')
  }
  const timer = setTimeout(() => {
    stop()
    changed('expired')
  }, PAIRING_MINUTES * 60_000)
  return {
    channel,
    say,
    stop,
    ended: () => stopped,
    part: () => {
      stopped = true
      clearTimeout(timer)
      channel.close('once it is read')
    },
  }
}

/** The device that has the vault: asks its coach about the first request made with the code, and answers that one alone. */
export const offerPairing = (
  way: PairingWay,
  pairing: PairingKeys,
  grant: () => PairingGrant,
  changed: (state: PairingState) => void,
  asked: (who: Asked) => void,
  /** The vault has left its first epoch: a laptop with version 0.3 could not open it. */
  needsEpochs = false,
): Offered => {
  const offer = createOffer(pairing)
  let asker: Asker | undefined
  let answered = false
  const look = (channel: PairingChannel): void => {
    if (channel.get('offer') === undefined) {
      channel.put('offer', offer.sealed)
      say('waiting')
    }
    if (channel.get('done') !== undefined && answered) {
      channel.clear()
      say('done')
      // The code is used up whether or not the deletions arrive.
      part()
      return
    }
    const request = channel.get('request')
    if (asker !== undefined || request === undefined) return
    const read = readRequest(pairing, request)
    if (!read.ok) return read.error === 'older' ? say('older') : undefined
    if (needsEpochs && !read.value.knowsEpochs) return say('older')
    asker = read.value
    channel.put('nonce', sealNonce(pairing, offer))
    asked({ name: asker.name, number: pairingNumber(pairing, asker, offer.nonce) })
    say('asking')
  }
  const { channel, say, stop, ended, part } = meet(way, pairing, changed, look)
  return {
    stop,
    answer: (yes) => {
      if (asker === undefined || answered || ended()) return
      if (yes) {
        answered = true
        say('giving')
        channel.put('answer', answerRequest(pairing, asker, grant()))
        return
      }
      channel.put('done', new Uint8Array([0]))
      say('declined')
      part()
    },
  }
}

/** The new device: asks with the code, shows the number, and hands over what the other device granted. */
export const requestPairing = (
  way: PairingWay,
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
  const request = createRequest(pairing, laptop)
  /** The offer that was there before the request was: another one says nothing. */
  let offer: Uint8Array | undefined
  let shown = false
  let done = false
  const refuse = (): void => {
    done = true
    say('refused')
    stop()
  }
  const ask = (channel: PairingChannel): void => {
    const standing = channel.get('offer')
    if (offer !== undefined || standing === undefined) return
    // The code is good for one laptop, and another was here.
    if (channel.get('request') !== undefined) return refuse()
    offer = standing
    channel.put('request', request.sealed)
  }
  const show = (channel: PairingChannel): void => {
    const nonce = channel.get('nonce')
    if (shown || offer === undefined || nonce === undefined) return
    const opened = openNonce(pairing, offer, nonce)
    if (!opened.ok) return refuse()
    shown = true
    asked({ name: request.name, number: pairingNumber(pairing, request, opened.value) })
    say('asking')
  }
  const take = (channel: PairingChannel): void => {
    const answer = channel.get('answer')
    if (!shown || answer === undefined) return
    const opened = openAnswer(pairing, request, answer)
    if (!opened.ok) return refuse()
    done = true
    channel.put('done', new Uint8Array([1]))
    say('done')
    granted(opened.value)
    part()
  }
  let isFirst = true
  const look = (channel: PairingChannel): void => {
    if (done) return
    if (channel.get('done') !== undefined) {
      done = true
      say(offer === undefined ? 'refused' : 'declined')
      stop()
      return
    }
    if (isFirst) say('waiting')
    isFirst = false
    ask(channel)
    show(channel)
    take(channel)
  }
  const { say, stop, part } = meet(way, pairing, changed, look, true)
  return { stop }
}
