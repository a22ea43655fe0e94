/** This laptop as the relay for another (src-main/network): no server, and pairing either way round. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addGoal,
  addMentee,
  createVault,
  type Device,
  expect,
  expectSaved,
  longWalk,
  newNote,
  newProfile,
  noteText,
  openMentee,
  openTab,
  PASSPHRASE,
  prove,
  test,
  unlock,
} from '../../steps/device'
import { codeOn, expectSynced, numberOn, settings, sync, typeAt } from '../../steps/sync-steps'

/** The machine of the tests may be on no private network: laptops give themselves out under this address. */
const HERE = '--own-addresses=127.0.0.1'

const share = async (device: Device): Promise<string> => {
  await settings(device)
  await device.page.getByRole('switch', { name: 'Share on this network' }).click()
  await prove(device.page, 'Start sharing')
  const found = device.page.getByText(/^Your other laptop reaches this one at /)
  await expect(found).toBeVisible()
  return /at (\S+:\d+)\./.exec((await found.textContent()) ?? '')?.[1] ?? ''
}

const startAdding = async (first: Device): Promise<void> => {
  await first.page.getByRole('button', { name: 'Add a laptop' }).click()
  await prove(first.page, 'Show code')
}

const settleIn = async (second: Device): Promise<void> => {
  await second.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await second.page.getByLabel('Repeat the passphrase').fill(PASSPHRASE)
  await second.page.getByRole('button', { name: 'Set up this laptop' }).click()
  await expect(second.page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
}

const processesOf = async (device: Device): Promise<readonly number[]> =>
  device.app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ name, serviceName }) => (name ?? serviceName) === 'Confidant relay')
      .map(({ pid }) => pid),
  )

// One after the other: all would share at the same port, and a laptop looking for one would find another's.
test.describe.configure({ mode: 'default' })

test('two laptops and no server: the code says where to go, both write, the first quits and comes back, and they agree', async ({
  start,
}) => {
  const [atWork, atHome] = [await newProfile(), await newProfile()]
  const a = await start(atWork, [HERE])
  await createVault(a.page)
  await addMentee(a.page, 'Amara Osei')
  await newNote(a.page, 'Begun together.')
  await expectSaved(a.page)
  const address = await share(a)
  await expectSynced(a)

  const b = await start(atHome)
  await startAdding(a)
  const code = await codeOn(a)
  expect(code.split(' ')).toHaveLength(6)
  await b.page.getByRole('button', { name: 'Set up from another laptop' }).click()
  await b.page.keyboard.type(code)
  await expect(
    b.page.getByText(`The code says where your other laptop is: ${address}.`),
  ).toBeVisible()
  await expect(b.page.getByLabel('Relay address')).toHaveCount(0)
  await b.page.getByRole('button', { name: 'Continue' }).click()
  const number = await numberOn(b)
  await expect(a.page.getByLabel('Number to compare')).toHaveText(number)
  await a.page.getByRole('button', { name: 'Yes, send the vault' }).click()
  await settleIn(b)
  await a.page.keyboard.press('Escape')

  for (const device of [a, b]) {
    await openMentee(device.page, 'Amara Osei')
    await openTab(device.page, 'Notes')
    await expect(noteText(device.page)).toContainText('Begun together.')
  }
  await typeAt(a, 'End', ' From work.')
  await typeAt(b, 'Home', 'From home. ')
  for (const device of [a, b])
    await expect(noteText(device.page)).toHaveText('From home. Begun together. From work.')
  await expectSynced(b)

  await a.quit()
  await expect(sync(b)).toContainText('Offline')
  await typeAt(b, 'End', ' While it was away.')
  await expectSaved(b.page)
  await settings(b)
  await expect(b.page.getByRole('alert')).toContainText(
    `Can’t reach your other laptop at ${address}`,
  )

  const again = await start(atWork, [HERE])
  await unlock(again.page)
  for (const device of [again, b]) {
    await expectSynced(device)
    await openMentee(device.page, 'Amara Osei')
    await openTab(device.page, 'Notes')
    await expect(noteText(device.page)).toHaveText(
      'From home. Begun together. From work. While it was away.',
    )
  }
  // Its own secret is asked for, and is no part of what the page shows.
  const { share: own } = JSON.parse(readFileSync(join(atWork, 'confidant.json'), 'utf8'))
  expect(own.secret).toMatch(/^[\w-]{27}$/)
})

test('the relay’s process dies and is started anew; it ends with the app, also when the app is killed', async ({
  start,
}) => {
  const a = await start(undefined, [HERE])
  await createVault(a.page)
  const address = await share(a)
  await expectSynced(a)
  const [pid] = await processesOf(a)
  process.kill(pid ?? 0, 'SIGKILL')
  await expect
    .poll(async () => (await processesOf(a)).filter((one) => one !== pid).length, {
      timeout: 30_000,
    })
    .toBe(1)
  await addMentee(a.page, 'Luis Ortega')
  await addGoal(a.page, 'Written after it died')
  await expectSynced(a)
  const answers = async (): Promise<boolean> =>
    fetch(`http://${address}/`).then(
      ({ ok }) => ok,
      () => false,
    )
  expect(await answers()).toBe(true)
  await a.kill()
  await expect.poll(answers).toBe(false)
})

test('the other way round: the new laptop shows the code, both coaches say yes, and the address that is typed may be bare', async ({
  start,
}) => {
  const a = await start(undefined, [HERE])
  const b = await start()
  await createVault(a.page)
  await addMentee(a.page, 'Wei Zhang')
  const address = await share(a)
  await b.page.getByRole('button', { name: 'Set up from another laptop' }).click()
  await b.page.getByLabel('Relay address').fill(address)
  await b.page.getByRole('button', { name: 'Show a code here' }).click()
  const code = await codeOn(b)
  expect(code.split(' ')).toHaveLength(5)

  await startAdding(a)
  await a.page.getByRole('button', { name: 'Type a code from the other laptop instead' }).click()
  await expect(a.page.getByText(`Enter ${address} as the relay address`)).toBeVisible()
  await a.page.keyboard.type(code)
  await a.page.keyboard.press('Enter')
  const number = await numberOn(b)
  await expect(a.page.getByLabel('Number to compare')).toHaveText(number)
  await a.page.getByRole('button', { name: 'Yes, send the vault' }).click()
  // What was given counts once it has been said here, too.
  await expect(a.page.getByText('Your other laptop has joined')).toBeVisible()
  await expect(b.page.getByLabel('Passphrase', { exact: true })).toHaveCount(0)
  await b.page.getByRole('button', { name: 'Yes, same number' }).click()
  await settleIn(b)
  await openMentee(b.page, 'Wei Zhang')
  await expectSynced(b)
})

test('a sharing laptop with another address is found again by what its screen shows; switched off, it listens no more', async ({
  start,
}) => {
  longWalk('src-renderer/sync/unreached.test.ts and shared/relay/near.test.ts')
  const [atWork, atHome] = [await newProfile(), await newProfile()]
  const a = await start(atWork, ['--own-addresses=127.0.0.2'])
  const b = await start(atHome)
  await createVault(a.page)
  await addMentee(a.page, 'Dana Levi')
  const first = await share(a)
  await startAdding(a)
  const code = await codeOn(a)
  await b.page.getByRole('button', { name: 'Set up from another laptop' }).click()
  await b.page.getByLabel('Pairing code').fill(code)
  await b.page.getByRole('button', { name: 'Continue' }).click()
  await a.page.getByRole('button', { name: 'Yes, send the vault' }).click()
  await settleIn(b)
  await expectSynced(b)
  await a.quit()

  const moved = await start(atWork, ['--own-addresses=127.0.0.3'])
  await unlock(moved.page)
  await settings(moved)
  const second = first.replace('127.0.0.2', '127.0.0.3')
  await expect(moved.page.getByText(`reaches this one at ${second}.`)).toBeVisible()
  await settings(b)
  await expect(b.page.getByText(`Can’t reach your other laptop at ${first}`)).toBeVisible()
  await b.page.getByLabel('Address on your other laptop').fill(second)
  await b.page.getByRole('button', { name: 'Change address' }).click()
  await prove(b.page, 'Connect')
  await expect(b.page.getByText(`ws://${second}`)).toBeVisible()
  await addMentee(moved.page, 'Luis Ortega')
  await openMentee(b.page, 'Luis Ortega')
  await expectSynced(b)

  await settings(moved)
  await moved.page.getByRole('switch', { name: 'Share on this network' }).click()
  await expect(moved.page.getByLabel('Relay address')).toBeVisible()
  await expect
    .poll(() =>
      fetch(`http://${second}/`).then(
        () => 'answers',
        () => 'silent',
      ),
    )
    .toBe('silent')
})
