/** What the page is told of this laptop and its profile when it starts. */
import type { CardLine } from '../model/caseload/support-card'
import type { DeviceSettings, DeviceState } from './device-settings'
import type { Managed } from './managed'

export type KeychainState =
  /** The system has no keychain that protects anything. */
  'absent' | 'off' | 'on'

export interface Environment {
  /** As they stand under what the school has set. */
  readonly settings: DeviceSettings
  readonly managed: Managed
  readonly state: DeviceState
  /** Milliseconds until the next passphrase may be tried. */
  readonly wait: number
  readonly keychain: KeychainState
  /** Public key of the letter box (vault/letter-box.ts), once the vault was unlocked here. */
  readonly letterBoxKey: string | null
  /** Changes when a restore replaced the sealed folder: the database is then of another time. */
  readonly epoch: string
  readonly version: string
  readonly relay: string | null
  /** The relay that is set is this laptop itself. */
  readonly sharing: boolean
  /** The folder through which laptops meet, as the coach reads it. */
  readonly syncFolder: string | null
  /** An old Chromium from the npm registry: development and tests only. */
  readonly developmentRuntime: boolean
  /** Set when this runtime's Chromium is older than one that opened the profile before (traps.md 5). */
  readonly olderThan: number | null
  readonly chromium: number
  readonly electron: string
  /** This installation's random id, and the computer's own name for a start. */
  readonly deviceId: string
  readonly deviceName: string
  /** Another laptop was seen under this id: an id of its own is to be taken before the vault is opened. */
  readonly hasTwin: boolean
  /** The support card that opens while the vault is locked: services only, kept unsealed; null while it is as shipped. */
  readonly supportCard: readonly CardLine[] | null
  /** Started with --demo: a sample caseload is made on the first run. */
  readonly demo: boolean
}
