/** Who comes first is seated while their claim is written; what becomes of them when it cannot be. */
import { expect, test, vi } from 'vitest'
import { WIRE_PROTOCOL } from '../../shared/relay/wire'
import type * as level from '../../src-relay/level'
import { until } from './relay-process'
import { client, knock, relayFor } from './visitors'

/** What the disk does with a batch that claims a room. */
let onClaim: () => Promise<void> = async () => undefined

vi.mock('../../src-relay/level', async (importOriginal) => {
  const real = await importOriginal<typeof level>()
  const openDisk: typeof real.openDisk = async (...given) => {
    const disk = await real.openDisk(...given)
    return {
      ...disk,
      write: async (writes, sync) => {
        if (writes.some(({ key }) => key.startsWith('claim/'))) await onClaim()
        await disk.write(writes, sync)
      },
    }
  }
  return { ...real, openDisk }
})

const held = () => {
  let fail: () => void = () => undefined
  let pass: () => void = () => undefined
  onClaim = () =>
    new Promise((resolve, reject) => {
      pass = resolve
      fail = () => reject(new Error('no space'))
    })
  return { fail: () => fail(), pass: () => pass() }
}

const as = (token: string): string[] => [WIRE_PROTOCOL, token]

test('a first visitor is in while the claim is written, and nothing is called stored before', async () => {
  const claim = held()
  const relay = await relayFor()
  const first = client(relay.address, 'room', as('token'))
  await until(() => first.provider.synced)
  first.text.insert(0, 'written')
  const second = client(relay.address, 'room', as('token'))
  await until(() => second.text.toString() === 'written')
  expect(await knock(`${relay.address}/room`, as('another'))).toBe(4403)
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(relay.said('stored')).toEqual([])
  claim.pass()
  await until(() => relay.said('stored').length > 0)
  expect(first.provider.wsconnected).toBe(true)
})

test('a claim that cannot be written: everybody is closed, nothing is stored, and the room is free once they have left', async () => {
  const claim = held()
  const relay = await relayFor()
  const first = client(relay.address, 'room', as('token'))
  const closes: number[] = []
  first.provider.on('connection-close', (event) => {
    closes.push(event?.code ?? 0)
    first.provider.shouldConnect = false
  })
  await until(() => first.provider.synced)
  first.text.insert(0, 'mine alone')
  const beside = knock(`${relay.address}/room`, as('token')).then((code) => code)
  expect(await beside).toBe(101)
  onClaim = async () => undefined
  claim.fail()
  // Whoever comes before the room is closed gets nothing of what is still open in it.
  expect(await knock(`${relay.address}/room`, as('another'))).toBe(4500)
  await until(() => closes.length > 0)
  expect(closes).toEqual([4503])
  await until(() => relay.said('left').length === 2)
  expect(relay.said('stored')).toEqual([])

  const owner = client(relay.address, 'room', as('another'))
  await until(() => owner.provider.synced)
  expect(owner.text.toString()).toBe('')
})

test('who has written nothing does not stay either in a room that nobody has claimed', async () => {
  const claim = held()
  const relay = await relayFor()
  const silent = client(relay.address, 'room', as('token'))
  let code = 0
  silent.provider.on('connection-close', (event) => {
    code = event?.code ?? 0
    silent.provider.shouldConnect = false
  })
  await until(() => silent.provider.synced)
  claim.fail()
  await until(() => code === 4503)
})
