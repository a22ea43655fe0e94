/** A relay that is heard on further addresses: those of a laptop that shares (src-relay/doors.ts). */
import { connect, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { startTestRelay, stockClient, until } from './relay-process'

/** By a new connection: one that is open stays so. */
const answers = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, host, () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

test('it is heard where it is told to be, rooms are the same there, and addresses come and go', async () => {
  const relay = await startTestRelay()
  expect(await answers('127.0.0.2', relay.port)).toBe(false)
  relay.hearOn(['127.0.0.2'])
  await expect.poll(() => answers('127.0.0.2', relay.port)).toBe(true)
  const here = stockClient(relay.address, 'room', ['confidant.v1', 'token'])
  const there = stockClient(`ws://127.0.0.2:${relay.port}`, 'room', ['confidant.v1', 'token'])
  here.text.insert(0, 'from here')
  await until(() => there.text.toString() === 'from here')
  relay.hearOn(['127.0.0.3'])
  await expect.poll(() => answers('127.0.0.3', relay.port)).toBe(true)
  expect(await answers('127.0.0.2', relay.port)).toBe(false)
  here.provider.destroy()
  there.provider.destroy()
  await relay.stop()
  expect(await answers('127.0.0.3', relay.port)).toBe(false)
})

test('an address that cannot be listened on is tried again the next time that it is named', async () => {
  const relay = await startTestRelay()
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(relay.port, '127.0.0.2', resolve))
  relay.hearOn(['127.0.0.2', '203.0.113.7'])
  await until(() => relay.lines.some((line) => line.includes('door-closed')))
  await new Promise((resolve) => other.close(resolve))
  relay.hearOn(['127.0.0.2'])
  await expect.poll(() => answers('127.0.0.2', relay.port)).toBe(true)
  await relay.stop()
})
