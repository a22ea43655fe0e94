/**
 * How a device reaches its rooms over the relay that is set. On a relay with an admission secret it proves that it
 * knows the secret with a MAC over the room and its token, never with the secret itself: what is overheard of one
 * room claims no other.
 */
import { toBase64UrlEncoded } from 'lib0/buffer'
import sodium from 'libsodium-wrappers-sumo'
import type { RoomAccess } from '../vault/keys'
import { relayParts } from './relay-address'
import { ADMISSION_PURPOSE, WIRE_PROTOCOL } from './wire'

const admission = (secret: string, { room, token }: RoomAccess): string =>
  toBase64UrlEncoded(
    sodium.crypto_auth_hmacsha256(
      `${ADMISSION_PURPOSE}\n${room}\n${token}`,
      sodium.crypto_hash_sha256(secret),
    ),
  )

export const roomOnRelay = (
  setting: string,
  access: RoomAccess,
): { readonly address: string; readonly protocols: string[] } => {
  const { address, secret } = relayParts(setting)
  const credentials =
    secret === undefined ? [access.token] : [access.token, admission(secret, access)]
  return { address, protocols: [WIRE_PROTOCOL, ...credentials] }
}
