/**
 * Addresses that are near: on the coach's own network, or this laptop itself. A relay there has no certificate that
 * anybody would vouch for, so it is reached by ws: (what goes over it is sealed, docs/security.md); one that is
 * farther away is reached by wss: only. IPv4 alone: it is read off a screen and typed.
 */
const QUAD = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/

const bytesOf = (host: string): readonly number[] | undefined => {
  const bytes = QUAD.exec(host)?.slice(1).map(Number)
  return bytes?.every((byte) => byte < 256) ? bytes : undefined
}

/** RFC 1918, and the addresses that two laptops give themselves on one cable (RFC 3927). */
export const isPrivateHost = (host: string): boolean => {
  const [a, b] = bytesOf(host) ?? []
  if (a === undefined || b === undefined) return false
  return (
    a === 10 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254)
  )
}

const isThisLaptop = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || bytesOf(host)?.[0] === 127

/** Whether a relay's address may be a coach's own setting: encrypted on the way, or near. */
export const isEncryptedOrNear = (address: string): boolean => {
  const { protocol, hostname } = new URL(address)
  return protocol === 'wss:' || isPrivateHost(hostname) || isThisLaptop(hostname)
}

/** Whether an address is near, and so reached by `ws:`. */
export const isNear = (address: string): boolean =>
  new URL(address).protocol === 'ws:' && isEncryptedOrNear(address)

/** Where a laptop is a relay. */
export interface NearPlace {
  readonly host: string
  readonly port: number
}

export const NEAR_PLACE_BYTES = 6
/** Of a laptop's own relay: 160 random bits. */
export const NEAR_SECRET_BYTES = 20

export const nearPlaceToBytes = ({ host, port }: NearPlace): Uint8Array =>
  new Uint8Array([...(bytesOf(host) ?? []), port >> 8, port & 0xff])

export const bytesToNearPlace = (bytes: Uint8Array): NearPlace => {
  const [a = 0, b = 0, c = 0, d = 0, high = 0, low = 0] = bytes
  return { host: `${a}.${b}.${c}.${d}`, port: high * 256 + low }
}

/** `192.168.1.23:47113`, as it stands on the sharing laptop's screen; nothing when it is something else. */
export const textToNearPlace = (text: string): NearPlace | undefined => {
  const [, host = '', digits = ''] = /^(?:ws:\/\/)?([\d.]+):(\d{1,5})\/?$/.exec(text.trim()) ?? []
  const port = Number(digits)
  const isPlace = bytesOf(host) !== undefined && port > 0 && port < 65_536
  return isPlace ? { host, port } : undefined
}

export const nearPlaceToAddress = ({ host, port }: NearPlace): string => `ws://${host}:${port}`
