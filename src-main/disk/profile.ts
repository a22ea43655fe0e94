/**
 * The few small plain files beside the vault: this device's random id, the window's place, the relay's address, and
 * the highest Chromium that has opened the profile. None of them says anything about a mentee.
 */

import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { idSchema } from '../../shared/base/id'
import { cardLines, relayAddress, updatesAddress } from '../../shared/bridge/checks'
import { DEFAULT_DEVICE_SETTINGS, deviceSettings } from '../../shared/bridge/device-settings'
import { isRelaySecret } from '../../shared/relay/relay-address'

const ProfileSchema = v.object({
  deviceId: idSchema,
  /** The id before this one, whose part of the sealed folder may still have to be moved (device-id.ts). */
  formerDeviceId: v.optional(v.string()),
  /** Another laptop goes by this id. */
  hasTwin: v.optional(v.boolean(), false),
  highestChromium: v.optional(v.number(), 0),
  relay: v.optional(v.nullable(relayAddress), null),
  /** This laptop as a relay (network/own-relay.ts): kept while it is none, so that it is the same one again. */
  share: v.optional(
    v.object({
      port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
      secret: v.pipe(v.string(), v.check(isRelaySecret)),
    }),
  ),
  supportCard: v.optional(cardLines),
  settings: v.optional(
    v.fallback(deviceSettings, DEFAULT_DEVICE_SETTINGS),
    DEFAULT_DEVICE_SETTINGS,
  ),
  attempts: v.optional(v.object({ failed: v.number(), lastAt: v.number() }), {
    failed: 0,
    lastAt: 0,
  }),
  letterBoxKey: v.optional(v.nullable(v.string()), null),
  /** Of this laptop's own keys, sealed (shared/vault/laptop-keys.ts); in no backup. */
  laptopSeed: v.optional(v.nullable(v.string()), null),
  /** What was typed into forms and not saved when the vault was closed, sealed (context/vault/place.ts); in no backup. */
  typing: v.optional(v.nullable(v.string()), null),
  /** Where releases are listed (updates/updates.ts), and what was to be installed when the app was quit last. */
  updatesFrom: v.optional(v.nullable(updatesAddress), null),
  updating: v.optional(
    v.nullable(
      v.object({
        version: v.string(),
        problem: v.picklist(['not-as-listed', 'no-copy', 'not-done']),
      }),
    ),
    null,
  ),
  backupFolder: v.optional(v.nullable(v.string()), null),
  /** The folder through which laptops meet, and what this one has written in it: `place/name`. As 0.3.0 called them. */
  exchangeFolder: v.optional(v.nullable(v.string()), null),
  exchangeFiles: v.optional(v.array(v.string()), []),
  window: v.optional(
    v.object({
      x: v.optional(v.number()),
      y: v.optional(v.number()),
      width: v.pipe(v.number(), v.minValue(200)),
      height: v.pipe(v.number(), v.minValue(200)),
      maximized: v.boolean(),
    }),
  ),
})

export type ProfileState = v.InferOutput<typeof ProfileSchema>

export interface Profile {
  readonly get: () => ProfileState
  /** Changes some of it, on disk at once. A full disk costs only the change. */
  readonly set: (change: Partial<ProfileState>) => void
}

export const openProfile = (directory: string): Profile => {
  const path = join(directory, 'confidant.json')
  const read = (): ProfileState | undefined => {
    try {
      const parsed = v.safeParse(ProfileSchema, JSON.parse(readFileSync(path, 'utf8')))
      return parsed.success ? parsed.output : undefined
    } catch {
      // Missing on the first start, or damaged: everything in it can be made anew.
      return undefined
    }
  }
  let state = read() ?? v.parse(ProfileSchema, { deviceId: randomBytes(16).toString('base64url') })
  const write = (): void => {
    try {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(`${path}.part`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
      renameSync(`${path}.part`, path)
    } catch (error) {
      console.error(
        'profile not written:',
        error instanceof Error && 'code' in error ? error.code : 'unknown',
      )
    }
  }
  write()
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change }
      write()
    },
  }
}
