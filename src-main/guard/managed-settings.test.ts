/** What a school sets for its laptops, and that it holds whatever the page asks for. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DEFAULT_DEVICE_SETTINGS } from '../../shared/bridge/device-settings'
import { STRICTEST, UNMANAGED } from '../../shared/bridge/managed'
import { openProfile } from '../disk/profile'
import { managedFile, readManagedSettings, underManagement } from './managed-settings'

let folder = ''
const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'confidant-managed-'))
  logged.mockClear()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const given = (text: string | Buffer) => {
  const path = join(folder, 'managed.json')
  writeFileSync(path, text)
  return readManagedSettings(path)
}
const SCHOOL = 'wss://relay.school.example'
const profileUnder = (text: string) => {
  const own = openProfile(folder)
  return { own, profile: underManagement(own, given(text)) }
}

test('no file leaves everything to the coach', () => {
  expect(readManagedSettings(join(folder, 'managed.json'))).toEqual(UNMANAGED)
  expect(readManagedSettings(join(folder, 'no', 'folder', 'managed.json'))).toEqual(UNMANAGED)
  expect(given('{}')).toEqual(UNMANAGED)
})

test('what is set is read, with a byte order mark as well; keys that are not known are left out with a line', () => {
  expect(
    given(`\uFEFF{"longestAutoLockMinutes":5,"relay":"${SCHOOL}","sync":true,"colour":"blue"}`),
  ).toEqual({
    longestAutoLockMinutes: 5,
    relay: SCHOOL,
    syncOff: false,
    folderOff: false,
    sharingOff: false,
    updatesFrom: null,
    updatesOff: false,
    unreadable: false,
  })
  expect(logged.mock.calls).toEqual([['managed settings: "colour" is not known and was left out']])
})

test('a file that cannot be understood counts as the strictest', () => {
  for (const text of [
    '',
    'null',
    '{"longestAutoLockMinutes":5',
    '{"longestAutoLockMinutes":"5"}',
    '{"longestAutoLockMinutes":0}',
    '{"relay":"https://relay.school.example"}',
    '{"sync":"off"}',
    Buffer.from('{"sync":false}', 'utf16le'),
  ])
    expect(given(text), String(text)).toEqual(STRICTEST)
  // A folder where the file should be, or one that may not be read.
  expect(readManagedSettings(folder)).toEqual(STRICTEST)
})

test('the vault locks within the school’s time, whatever the coach has set', () => {
  const { own, profile } = profileUnder('{"longestAutoLockMinutes":5}')
  for (const [set, held] of [
    [0, 5],
    [60, 5],
    [2, 2],
  ] as const) {
    profile.set({ settings: { ...DEFAULT_DEVICE_SETTINGS, autoLockMinutes: set } })
    expect(profile.get().settings.autoLockMinutes).toBe(held)
  }
  // What the coach chose comes back when the school no longer says anything.
  own.set({ settings: { ...DEFAULT_DEVICE_SETTINGS, autoLockMinutes: 60 } })
  expect(underManagement(own, UNMANAGED).get().settings.autoLockMinutes).toBe(60)
})

test('no relay but the school’s is connected to; one that was set before is not either', () => {
  const { own, profile } = profileUnder(JSON.stringify({ relay: SCHOOL }))
  own.set({ relay: 'wss://elsewhere.example' })
  expect(profile.get().relay).toBeNull()
  expect(() => profile.set({ relay: 'wss://elsewhere.example' })).toThrow('refused')
  profile.set({ relay: SCHOOL })
  expect(profile.get().relay).toBe(SCHOOL)
  profile.set({ relay: null })
  expect(profile.get().relay).toBeNull()
})

test('the relay’s secret may be the school’s, or the coach’s own', () => {
  const secret = 'correct-horse-battery-staple'
  const { profile } = profileUnder(JSON.stringify({ relay: SCHOOL }))
  profile.set({ relay: `${SCHOOL}/#${secret}` })
  expect(profile.get().relay).toBe(`${SCHOOL}/#${secret}`)
  const theirs = profileUnder(JSON.stringify({ relay: `${SCHOOL}#${secret}` }))
  theirs.profile.set({ relay: SCHOOL })
  expect(theirs.profile.get().relay).toBe(`${SCHOOL}#${secret}`)
})

test('with sync off no relay is connected to', () => {
  const { own, profile } = profileUnder(JSON.stringify({ relay: SCHOOL, sync: false }))
  own.set({ relay: SCHOOL })
  expect(profile.get().relay).toBeNull()
  expect(() => profile.set({ relay: SCHOOL })).toThrow('refused')
})

test('the places of the file are fixed ones that only an administrator can write', () => {
  vi.stubEnv('ProgramData', folder)
  expect(
    ['win32', 'darwin', 'linux'].map((platform) => managedFile(platform as NodeJS.Platform)),
  ).toEqual([
    'C:\\ProgramData\\Confidant\\managed.json',
    '/Library/Application Support/Confidant/managed.json',
    '/etc/confidant/managed.json',
  ])
  vi.unstubAllEnvs()
})

test('a folder that the school does not allow is neither used nor chosen', () => {
  for (const text of ['{"folder":false}', '{"sync":false}']) {
    const { own, profile } = profileUnder(text)
    own.set({ exchangeFolder: '/media/stick' })
    expect(profile.get().exchangeFolder).toBeNull()
    expect(() => profile.set({ exchangeFolder: '/media/stick' })).toThrow('refused')
  }
  const { own, profile } = profileUnder('{"relay":null}')
  own.set({ exchangeFolder: '/media/stick' })
  expect(profile.get().exchangeFolder).toBe('/media/stick')
})

test('updates come from where the school says, or from nowhere', () => {
  const school = 'https://updates.school.example/confidant'
  const { own, profile } = profileUnder(JSON.stringify({ updates: school }))
  own.set({ updatesFrom: 'https://elsewhere.example' })
  expect(profile.get().updatesFrom).toBe(school)
  expect(() => profile.set({ updatesFrom: 'https://elsewhere.example' })).toThrow('refused')
  const none = profileUnder('{"updates":false}')
  none.own.set({ updatesFrom: school })
  expect(none.profile.get().updatesFrom).toBeNull()
  expect(() => none.profile.set({ updatesFrom: school })).toThrow('refused')
  expect(given('{"updates":false}').updatesOff).toBe(true)
  for (const wrong of ['"http://updates.school.example"', '"https://x.example/?q"', 'true', '7'])
    expect(given(`{"updates":${wrong}}`)).toEqual(STRICTEST)
})
