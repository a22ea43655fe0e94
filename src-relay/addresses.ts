/**
 * What one address may have: so many sockets at once, and so many rooms claimed an hour. A whole school may share one
 * address (NAT), so the limits are far above what a coach needs; they keep one machine from taking everything.
 */
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

const HOUR_MS = 3_600_000

/** An IPv6 customer has a whole /64: its first four groups stand for all of it. */
const network = (address: string): string => {
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const groups = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const zeros = address.includes('::')
    ? Array(Math.max(0, 8 - groups.length - after.length)).fill('0')
    : []
  return [...groups, ...zeros, ...after].slice(0, 4).join(':')
}

/** Behind a proxy the last hop is the one that the proxy itself has seen; anything before it can be made up. */
export const addressOf = (request: IncomingMessage, trustProxy: boolean): string => {
  const forwarded = trustProxy ? request.headers['x-forwarded-for'] : undefined
  const hop = String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return network(hop === undefined || hop === '' ? (request.socket.remoteAddress ?? '') : hop)
}

export interface AddressLimits {
  /** Counts a socket in, or says that the address has its fill. */
  readonly enter: (address: string) => boolean
  readonly leave: (address: string) => void
  /** Counts a claim, or says that the hour's claims are used up; they come back evenly over the hour. */
  readonly claim: (address: string) => boolean
}

export const createAddressLimits = (
  mostSockets: number,
  mostClaims: number,
  now: () => number = () => performance.now(),
): AddressLimits => {
  const sockets = new Map<string, number>()
  const claims = new Map<string, { left: number; at: number }>()
  let tidiedAt = now()

  const claimsLeft = (address: string): number => {
    const known = claims.get(address)
    return known === undefined
      ? mostClaims
      : Math.min(mostClaims, known.left + ((now() - known.at) / HOUR_MS) * mostClaims)
  }

  /** What is full again need not be remembered. */
  const tidy = (): void => {
    if (now() - tidiedAt < HOUR_MS) return
    tidiedAt = now()
    for (const address of claims.keys())
      if (claimsLeft(address) >= mostClaims) claims.delete(address)
  }

  return {
    enter: (address) => {
      const open = sockets.get(address) ?? 0
      if (open >= mostSockets) return false
      sockets.set(address, open + 1)
      return true
    },
    leave: (address) => {
      const open = (sockets.get(address) ?? 1) - 1
      if (open > 0) sockets.set(address, open)
      else sockets.delete(address)
    },
    claim: (address) => {
      tidy()
      const left = claimsLeft(address)
      if (left < 1) return false
      claims.set(address, { left: left - 1, at: now() })
      return true
    },
  }
}
