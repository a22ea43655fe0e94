/** The app speaks to its relay and to nobody else: asked of the page, and of Chromium's own log. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startTestRelay } from '../../../relay/relay-process'
import { addMentee, createVault, expect, expectSaved, newNote, test } from '../../steps/device'
import { connect, expectSynced } from '../../steps/sync-steps'

test('nothing but the relay can be reached: fetch, sockets and images elsewhere are refused', async ({
  device,
}) => {
  const relay = await startTestRelay()
  const tried = (address: string) =>
    device.page.evaluate(
      (wanted) =>
        new Promise<string>((resolve) => {
          try {
            const socket = new WebSocket(wanted)
            socket.onopen = () => resolve('open')
            socket.onerror = () => resolve('refused')
          } catch {
            resolve('refused')
          }
        }),
      address,
    )
  expect(await tried(relay.address)).toBe('refused')
  expect(
    await device.page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'open',
        () => 'refused',
      ),
    ),
  ).toBe('refused')
  await createVault(device.page)
  await connect(device, relay.address)
  expect(await tried(relay.address)).toBe('open')
  const other = await startTestRelay()
  expect(await tried(other.address)).toBe('refused')
  await other.stop()
  await relay.stop()
})

test('the spell checker is off, so that no dictionary is fetched', async ({ device }) => {
  expect(
    await device.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled()),
  ).toBe(false)
})

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly {
    readonly type: number
    readonly source: { readonly id: number }
    readonly params?: Readonly<Record<string, unknown>>
  }[]
}

test('Chromium’s own net log of a whole session: no connection and no look-up but the relay’s', async ({
  start,
  profile,
}) => {
  const file = join(profile, 'net-log.json')
  const relay = await startTestRelay()
  const device = await start(profile, [`--log-net-log=${file}`])
  await createVault(device.page)
  await connect(device, relay.address)
  await addMentee(device.page, 'Amara Osei')
  await newNote(device.page, 'A sentance with a mispelled word.')
  await expectSaved(device.page)
  await expectSynced(device)
  await device.quit()
  await relay.stop()
  const text = await readFile(file, 'utf8')
  const log = JSON.parse(
    text.trimEnd().endsWith('}') ? text : `${text.trimEnd().replace(/,$/, '')}]}`,
  ) as NetLog
  const nameOf = Object.fromEntries(
    Object.entries(log.constants.logEventTypes).map(([name, type]) => [type, name]),
  )
  const hosts = new Set<string>()
  // Chromium asks the kernel for a route by connecting a UDP socket to a resolver's address and sends nothing on it
  // (its IPv6 probe): a UDP address counts once a byte was sent to it.
  const sending = new Set(
    log.events
      .filter(({ type }) => nameOf[type] === 'UDP_BYTES_SENT')
      .map(({ source }) => source.id),
  )
  for (const { type, source, params } of log.events) {
    const name = nameOf[type] ?? ''
    const connects = /^TCP_CONNECT/.test(name) || (name === 'UDP_CONNECT' && sending.has(source.id))
    const found = [
      /^HOST_RESOLVER_(MANAGER_(REQUEST|JOB)|SYSTEM_TASK)$/.test(name) ? params?.host : undefined,
      ...(connects ? [params?.address, params?.address_list].flat() : []),
      name === 'URL_REQUEST_START_JOB' && !/^(app|data):/.test(String(params?.url))
        ? params?.url
        : undefined,
    ]
    for (const host of found) if (typeof host === 'string') hosts.add(host)
  }
  // What the log does show proves that it would show the rest.
  expect(
    [...hosts].filter((host) => host.includes(`127.0.0.1:${relay.port}`)).length,
  ).toBeGreaterThan(0)
  expect([...hosts].filter((host) => !host.includes(`127.0.0.1:${relay.port}`))).toEqual([])
})
