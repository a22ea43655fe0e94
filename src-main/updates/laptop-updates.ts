/** This laptop's updates: the parts of updates.ts as they are in the app. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import * as v from 'valibot'
import { isShipped, type Laptop, testSwitch } from '../laptop'
import { createAskServer } from './ask-server'
import { copyVault } from './copy-vault'
import { install, installedFrom } from './install'
import type { Target } from './release-list'
import { createUpdates, type Updates } from './updates'

const Package = v.object({ releaseKeys: v.array(v.pipe(v.string(), v.regex(/^[\w-]{43}$/))) })

/** In the app's own package.json, which the asar's checksum holds: whose releases it takes. Several while one is replaced. */
const releaseKeys = (): readonly string[] => {
  const given = testSwitch('release-key')
  if (given !== '') return [given]
  const text = readFileSync(join(app.getAppPath(), 'package.json'), 'utf8')
  const read = v.safeParse(Package, JSON.parse(text))
  return read.success ? read.output.releaseKeys : []
}

/** Run from its source it has nothing to replace; a test that gives it a key sees all but the last step. */
const targetHere = (): Target | undefined => {
  if (isShipped())
    return installedFrom(
      process.platform,
      process.arch,
      process.resourcesPath,
      process.env.APPIMAGE,
    )
  return testSwitch('release-key') === '' ? undefined : { kind: 'deb', arch: process.arch }
}

export const createLaptopUpdates = (
  { directory, profile, managed, folder }: Laptop,
  onOffered: () => void,
): Updates =>
  createUpdates({
    profile,
    isForbidden: managed.updatesOff,
    version: app.getVersion(),
    target: targetHere(),
    keys: releaseKeys(),
    folder: join(directory, 'updates'),
    ask: createAskServer(),
    copyVault: () => copyVault(directory, folder),
    install: isShipped() ? install : async () => undefined,
    onOffered,
    now: Date.now,
  })
