/**
 * Who may claim a room. On a relay with an admission secret, only whoever knows it: a device proves that with a MAC
 * of the room and its token under the secret, so that what a proxy logs of one room opens no other. A room that is
 * claimed is visited with its token alone: that is how a laptop that joins by a pairing code, and has not been told
 * the secret yet, meets the one that shows the code.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { err, ok, type Result } from '../shared/base/result'
import { isRelaySecret } from '../shared/relay/relay-address'
import { ADMISSION_PURPOSE, WIRE_PROTOCOL } from '../shared/relay/wire'

const KEY_BYTES = 32
const MOST_ROOM_NAME = 256

export const roomOf = (request: IncomingMessage): string | undefined => {
  try {
    const room = decodeURIComponent((request.url ?? '/').slice(1).split('?')[0] ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a room's name has none, and Hocuspocus splits at NUL
    return room.trim() === '' || room.length > MOST_ROOM_NAME || /[\u0000-\u001f]/.test(room)
      ? undefined
      : room
  } catch {
    return undefined
  }
}

export interface Credentials {
  readonly token: string
  readonly admission: string
}

/** They ride as further subprotocol values, since addresses end up in proxies' logs (traps.md 14). */
export const credentialsOf = (request: IncomingMessage): Credentials => {
  const [protocol, token = '', admission = ''] = (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((value) => value.trim())
  return protocol === WIRE_PROTOCOL ? { token, admission } : { token: '', admission: '' }
}

/** All that a relay keeps of a secret, and enough to check who knows it. */
export const keyOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Whether who knocks at the room knows the secret of the key. */
export const proves = (
  key: Uint8Array,
  room: string,
  { token, admission }: Credentials,
): boolean => {
  const given = Buffer.from(admission, 'base64url')
  if (given.length !== KEY_BYTES) return false
  const due = createHmac('sha256', key).update(`${ADMISSION_PURPOSE}\n${room}\n${token}`).digest()
  return timingSafeEqual(given, due)
}

/** Whether a device may claim the room on a relay with a secret. */
export const createAdmission = (
  secret: string,
): ((room: string, credentials: Credentials) => boolean) => {
  const key = keyOf(secret)
  return (room, credentials) => proves(key, room, credentials)
}

export const readSecret = (path: string): Result<string, string> => {
  let secret: string
  try {
    secret = readFileSync(path, 'utf8').trim()
  } catch {
    return err(`--secret-file ${path} cannot be read`)
  }
  return isRelaySecret(secret)
    ? ok(secret)
    : err(
        `--secret-file ${path} must hold 20 to 200 letters, digits, - or _ (openssl rand -hex 16 makes some)`,
      )
}
