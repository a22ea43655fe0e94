/** The relay's address, with and without its secret. */
import sodium from 'libsodium-wrappers-sumo'
import * as v from 'valibot'
import { beforeAll, expect, test, vi } from 'vitest'
import { contentSecurityPolicy } from '../../src-main/guard/app-protocol'
import { relayAddress } from '../bridge/checks'
import { roomOnRelay } from './admission'
import { relayParts, withSecret } from './relay-address'

vi.mock('electron', () => ({ protocol: {} }))
beforeAll(() => sodium.ready)

const SECRET = 'correct-horse-battery-staple'

test('takes a secret after #, and nothing else there', () => {
  for (const good of [
    'wss://r.example',
    'ws://127.0.0.1:1234',
    `wss://r.example/#${SECRET}`,
    `wss://r.example/path#${SECRET}`,
  ])
    expect(v.is(relayAddress, good), good).toBe(true)
  for (const bad of [
    'http://r.example',
    'wss://r.example/#short',
    `wss://r.example/#${SECRET}; script-src`,
    `wss://r.example/#${SECRET}#${SECRET}`,
    `wss://r.example/?secret=${SECRET}`,
    `wss://user:${SECRET}@r.example/`,
  ])
    expect(v.is(relayAddress, bad), bad).toBe(false)
})

test('the secret is neither in the page’s policy, nor in what a socket is opened to, nor sent', () => {
  const setting = `wss://r.example/path#${SECRET}`
  expect(contentSecurityPolicy(setting)).toContain("connect-src 'self' wss://r.example;")
  const room = roomOnRelay(setting, { room: 'room', token: 'token' })
  expect(room.address).toBe('wss://r.example/path')
  expect(room.protocols).toHaveLength(3)
  expect(JSON.stringify([contentSecurityPolicy(setting), room])).not.toContain(SECRET)
  expect(roomOnRelay('wss://r.example', { room: 'room', token: 'token' }).protocols).toEqual([
    'confidant.v1',
    'token',
  ])
})

test('a laptop that joins keeps the address it has, with the secret that it was told', () => {
  expect(withSecret('wss://r.example/', SECRET)).toBe(`wss://r.example/#${SECRET}`)
  expect(withSecret(`wss://r.example/#an-older-secret-of-before`, SECRET)).toBe(
    `wss://r.example/#${SECRET}`,
  )
  expect(withSecret('wss://r.example/', undefined)).toBe('wss://r.example/')
  expect(relayParts(`wss://r.example/#${SECRET}`)).toEqual({
    address: 'wss://r.example/',
    secret: SECRET,
  })
})
