/**
 * What a coach may type for a relay: its address; the place that a sharing laptop shows (`192.168.1.23:47113`); or that
 * laptop's connection code, for a laptop that has the vault already. The code is the place and the relay's secret,
 * written as recovery keys are; its seven groups tell it from a pairing code, which has five or six.
 */
import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import { placeInPairingCode } from '../vault/pairing'
import { bytesToGroups, groupsToBytes } from '../vault/recovery-key'
import {
  bytesToNearPlace,
  NEAR_PLACE_BYTES,
  NEAR_SECRET_BYTES,
  type NearPlace,
  nearPlaceToAddress,
  nearPlaceToBytes,
  textToNearPlace,
} from './near'
import { withSecret } from './relay-address'

export const toConnectionCode = (place: NearPlace, secret: string): string =>
  bytesToGroups(new Uint8Array([...nearPlaceToBytes(place), ...fromBase64UrlEncoded(secret)])).join(
    ' ',
  )

/** The relay that was typed; the text itself when it is neither a place nor a connection code. */
export const typedRelay = (typed: string): string => {
  const text = typed.trim()
  const place = textToNearPlace(text)
  if (place !== undefined) return nearPlaceToAddress(place)
  const code = groupsToBytes(text, NEAR_PLACE_BYTES + NEAR_SECRET_BYTES)
  if (!code.ok) return text
  const found = bytesToNearPlace(code.value.subarray(0, NEAR_PLACE_BYTES))
  const secret = toBase64UrlEncoded(code.value.subarray(NEAR_PLACE_BYTES))
  return withSecret(nearPlaceToAddress(found), secret)
}

/** Where a pairing code says that the relay is; nothing when it is no code, or says nothing of it. */
export const relayInPairingCode = (typed: string): string | undefined => {
  const place = placeInPairingCode(typed)
  return place === undefined ? undefined : nearPlaceToAddress(bytesToNearPlace(place))
}
