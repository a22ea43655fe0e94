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

/** Whether a device may claim the room; without a secret anybody may. */
export type MayClaim = (room: string, credentials: Credentials) => boolean

export const createAdmission = (secret: string | undefined): MayClaim => {
  if (secret === undefined) return () => true
  const key = createHash('sha256').update(secret).digest()
  return (room, { token, admission }) => {
    const given = Buffer.from(admission, 'base64url')
    const due = createHmac('sha256', key).update(`${ADMISSION_PURPOSE}\n${room}\n${token}`).digest()
    return given.length === due.length && timingSafeEqual(given, due)
  }
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
