/**
 * What a school sets for its laptops, in a file that only an administrator can write (src-main/guard/managed-settings.ts), and
 * what a coach's own settings come to under it. Main holds to it; the screens only show it.
 */

import { relayParts } from '../relay/relay-address'
import { DEFAULT_DEVICE_SETTINGS } from './device-settings'

export interface Managed {
  /** The longest time after which the vault locks by itself; null leaves it to the coach. */
  readonly longestAutoLockMinutes: number | null
  /** The only relay that may be connected to; null leaves it to the coach. */
  readonly relay: string | null
  readonly syncOff: boolean
  /** This laptop may not be the relay for another. */
  readonly sharingOff: boolean
  /** No folder may be synced through. */
  readonly folderOff: boolean
  /** Where updates come from; null leaves it to the coach. */
  readonly updatesFrom: string | null
  /** No updates are looked for. */
  readonly updatesOff: boolean
  /** The file is there and could not be understood. */
  readonly unreadable: boolean
}

export const UNMANAGED: Managed = {
  longestAutoLockMinutes: null,
  relay: null,
  syncOff: false,
  sharingOff: false,
  folderOff: false,
  updatesFrom: null,
  updatesOff: false,
  unreadable: false,
}

/** What a file that cannot be understood comes to: nothing leaves, and the vault locks soon. Notes stay at hand. */
export const STRICTEST: Managed = {
  longestAutoLockMinutes: DEFAULT_DEVICE_SETTINGS.autoLockMinutes,
  relay: null,
  syncOff: true,
  sharingOff: true,
  folderOff: true,
  updatesFrom: null,
  updatesOff: true,
  unreadable: true,
}

/** Minutes until the vault locks by itself, of those that the coach has set; 0 is never. */
export const autoLockUnder = (minutes: number, { longestAutoLockMinutes }: Managed): number => {
  if (longestAutoLockMinutes === null) return minutes
  return minutes === 0 ? longestAutoLockMinutes : Math.min(minutes, longestAutoLockMinutes)
}

/** Whether two settings name one relay; each may have its secret or none. */
const isSameRelay = (one: string, other: string): boolean =>
  new URL(relayParts(one).address).href === new URL(relayParts(other).address).href

/** The relay that is connected to, of the one that the coach has set; with the coach's secret, where the school's has none. */
export const relayUnder = (address: string | null, { relay, syncOff }: Managed): string | null => {
  if (syncOff || address === null) return null
  if (relay === null) return address
  if (!isSameRelay(address, relay)) return null
  return relayParts(relay).secret === undefined ? address : relay
}
