/** That sharing is on as long as the relay that is set is this laptop's own, and what a school may say to it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UNMANAGED } from '../../shared/bridge/managed'
import { openProfile } from '../disk/profile'
import { underManagement } from '../guard/managed-settings'
import { privateAddresses } from './addresses'
import { ownRelayOf, prepareOwnRelay, settleOwnRelay } from './own-relay-setting'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'confidant-share-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const taken = async (port: number) => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return () => new Promise((resolve) => server.close(resolve))
}

test('it is the same relay every time, port and secret, and on as long as it is the one that is set', async () => {
  const profile = openProfile(folder)
  const address = await prepareOwnRelay(profile)
  expect(ownRelayOf(profile.get())).toBeUndefined()
  profile.set({ relay: address })
  const own = ownRelayOf(profile.get())
  expect(address).toBe(`ws://127.0.0.1:${own?.port}#${own?.secret}`)
  profile.set({ relay: 'wss://relay.example.org' })
  expect(ownRelayOf(profile.get())).toBeUndefined()
  expect(await prepareOwnRelay(openProfile(folder))).toBe(address)
})

test('a port that another program has taken meanwhile is left to it, and this laptop follows its own relay', async () => {
  const profile = openProfile(folder)
  profile.set({ relay: await prepareOwnRelay(profile) })
  const before = ownRelayOf(profile.get())
  const free = await taken(before?.port ?? 0)
  await settleOwnRelay(profile)
  const after = ownRelayOf(profile.get())
  expect(after?.secret).toBe(before?.secret)
  expect(after?.port).not.toBe(before?.port)
  await free()
})

test('a school may forbid it, or set another relay: then it is off, whatever was set before', async () => {
  const own = openProfile(folder)
  own.set({ relay: await prepareOwnRelay(own) })
  const under = (managed: Partial<typeof UNMANAGED>) =>
    underManagement(own, { ...UNMANAGED, ...managed })
  expect(ownRelayOf(under({}).get())).toBeDefined()
  for (const managed of [
    { sharingOff: true },
    { syncOff: true },
    { relay: 'wss://school.example' },
  ])
    expect(under(managed).get().relay).toBeNull()
  // Sharing alone is forbidden: another relay may be set.
  under({ sharingOff: true }).set({ relay: 'wss://relay.example.org' })
  expect(under({ sharingOff: true }).get().relay).toBe('wss://relay.example.org')
})

test('a relay that is not near is set with wss alone, unless the school has set it', () => {
  const own = openProfile(folder)
  const profile = underManagement(own, UNMANAGED)
  expect(() => profile.set({ relay: 'ws://relay.example.org' })).toThrow('wss')
  profile.set({ relay: 'ws://192.168.1.23:47113' })
  expect(profile.get().relay).toBe('ws://192.168.1.23:47113')
  const relay = 'ws://relay.school.example'
  underManagement(own, { ...UNMANAGED, relay }).set({ relay })
  expect(own.get().relay).toBe(relay)
})

test('of a laptop’s addresses the private ones are given out, real networks first', () => {
  const at = (address: string, rest = {}) => [
    {
      address,
      family: 'IPv4' as const,
      internal: false,
      netmask: '',
      mac: '',
      cidr: null,
      ...rest,
    },
  ]
  expect(
    privateAddresses({
      lo: at('127.0.0.1', { internal: true }),
      docker0: at('192.168.99.1'),
      'vEthernet (WSL)': at('172.20.0.1'),
      en5: at('169.254.3.4'),
      eth0: at('10.4.5.6'),
      en0: at('192.168.1.23'),
      ppp0: at('203.0.113.7'),
    }),
  ).toEqual(['192.168.1.23', '10.4.5.6', '169.254.3.4', '192.168.99.1', '172.20.0.1'])
  expect(privateAddresses({})).toEqual([])
})
