/** Checks of what comes from outside on either side of the bridge: of an argument, a form's field, the profile. */
import * as v from 'valibot'
import { isEncryptedOrNear } from '../relay/near'
import { isRelaySecret, relayParts } from '../relay/relay-address'

const cardText = v.pipe(v.string(), v.maxLength(300))
export const cardLines = v.pipe(
  v.array(v.strictObject({ name: cardText, reach: cardText, when: cardText })),
  v.maxLength(30),
)

/** A relay's address: ws or wss, a host, perhaps a port and a path; no credentials or query; # only before its secret. */
export const relayAddress = v.pipe(
  v.string(),
  v.maxLength(500),
  v.check((value) => {
    try {
      const url = new URL(value)
      const { secret } = relayParts(value)
      const plain = url.username === '' && url.password === '' && url.search === ''
      if (secret !== undefined && !isRelaySecret(secret)) return false
      return /^wss?:$/.test(url.protocol) && url.hostname !== '' && plain && !/[\s;,'"]/.test(value)
    } catch {
      return false
    }
  }),
)

/** One that a coach may set: what is not on their own network is encrypted on the way (relay/near.ts). */
export const settableRelay = v.pipe(relayAddress, v.check(isEncryptedOrNear))

/**
 * Where releases are listed: https, and a folder's address without anything after it. What comes from there counts by its
 * signature; on this very laptop (a test's server) nobody stands between.
 */
export const updatesAddress = v.pipe(
  v.string(),
  v.maxLength(500),
  v.check((value) => {
    try {
      const url = new URL(value)
      const plain =
        url.username === '' && url.password === '' && url.search === '' && url.hash === ''
      const own = url.protocol === 'http:' && url.hostname === '127.0.0.1'
      return plain && (url.protocol === 'https:' || own) && url.hostname !== '' && !/\s/.test(value)
    } catch {
      return false
    }
  }),
)
