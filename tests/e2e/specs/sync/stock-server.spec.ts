/** Our client against a stock y-websocket server. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { freePort } from '../../../relay/free-port'
import {
  expect,
  newProfile,
  noteText,
  openMentee,
  openTab,
  sidebar,
  test,
} from '../../steps/device'
import { expectSynced, twoDevices, typeAt } from '../../steps/sync-steps'

const startStockServer = async () => {
  const port = await freePort()
  const server = join(process.cwd(), 'node_modules/@y/websocket-server/src/server.js')
  const child: ChildProcess = spawn(process.execPath, [server], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
  })
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  return { address: `ws://127.0.0.1:${port}`, word: 'Sent', stop: () => child.kill() } as const
}

test('two devices pair, sync and type together over @y/websocket-server; nothing is called synced', async ({
  start,
}) => {
  const server = await startStockServer()
  const { a, b } = await twoDevices(start, server, [await newProfile(), await newProfile()])
  await typeAt(a, 'End', ' Over a stock server.')
  await expect(noteText(b.page)).toContainText('Over a stock server.')
  await expectSynced(a, 'Sent')
  await sidebar(a.page, 'Settings').click()
  await expect(a.page.getByText(/doesn’t confirm what it stores/)).toBeVisible()
  await openMentee(a.page, 'Amara Osei')
  await openTab(a.page, 'Notes')
  server.stop()
})
