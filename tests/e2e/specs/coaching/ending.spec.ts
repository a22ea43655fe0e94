/** Endings: coaching is closed out, put on hold, erased for good. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromBase64UrlEncoded } from 'lib0/buffer'
import sodium from 'libsodium-wrappers-sumo'
import { WebsocketProvider } from 'y-websocket'
import { createRecord } from '../../../../shared/crdt/record-clock'
import { WIRE_PROTOCOL } from '../../../../shared/relay/wire'
import {
  derivePassphraseKey,
  textToHeader,
  unlockWithPassphraseKey,
} from '../../../../shared/vault/header'
import { deriveRoom, deriveVaultRecord } from '../../../../shared/vault/keys'
import { startTestRelay } from '../../../relay/relay-process'
import {
  addGoal,
  addMentee,
  createVault,
  expect,
  lock,
  moreActions,
  newProfile,
  openMentee,
  openTab,
  PASSPHRASE,
  sidebar,
  test,
  unlock,
} from '../../steps/device'
import { eraseWhatIsDue, pass } from '../../steps/ending-steps'
import { connect, expectSynced, pair } from '../../steps/sync-steps'

test('closing out files a final summary, archives, and asks about the record when its time has come', async ({
  vault: device,
}) => {
  const { page } = device
  await addMentee(page, 'Amara Osei')
  await moreActions(page, 'End coaching')
  const dialog = page.getByRole('dialog', { name: 'End coaching' })
  await dialog.getByLabel('Final summary').fill('Four good years.')
  await dialog.getByRole('button', { name: 'End coaching' }).click()
  await expect(page.getByText('the record is archived')).toBeVisible()
  await openTab(page, 'Record')
  await expect(page.getByText('Four good years.')).toBeVisible()
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('table', { name: 'Records to review' })).toBeHidden()
  await pass(page, 370)
  await lock(page)
  await unlock(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('table', { name: 'Records to review' })).toBeHidden()
  await page.getByRole('button', { name: 'The date is right' }).click()
  await page.getByRole('button', { name: 'Keep another year' }).click()
  await expect(page.getByRole('table', { name: 'Records to review' })).toBeHidden()
})

test('erasing waits, can be taken back, is refused under a hold, and then is for good', async ({
  vault: device,
  profile,
}) => {
  const { page } = device
  await addMentee(page, 'Amara Osei')
  await addMentee(page, 'Stays Here')
  await openMentee(page, 'Amara Osei')
  await moreActions(page, 'Put on legal hold')
  await page.getByLabel('Why').fill('An open inspection request')
  await page.getByRole('dialog').getByRole('button', { name: 'Put on legal hold' }).click()
  await expect(page.getByText('Nothing in this record can be erased: An open')).toBeVisible()
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menuitem', { name: 'Erase (on legal hold)' })).toBeDisabled()
  await page.getByRole('menuitem', { name: 'End legal hold' }).click()

  const ask = async (): Promise<void> => {
    await moreActions(page, 'Erase')
    const dialog = page.getByRole('dialog', { name: 'Erase Amara Osei' })
    await dialog.getByLabel(/^Type .* to confirm/).fill('Amara Osei')
    await dialog.getByRole('button', { name: 'Erase in 14 days' }).click()
    await expect(page.getByText('This record will be erased')).toBeVisible()
  }
  await ask()
  await page.getByRole('button', { name: 'Cancel erasure' }).click()
  await expect(page.getByText('This record will be erased')).toBeHidden()
  await ask()
  const own = (await readdir(join(profile, 'sealed')))[0] ?? ''
  const before = await readdir(join(profile, 'sealed', own))
  await pass(page, 13)
  await lock(page)
  await unlock(page)
  await openMentee(page, 'Amara Osei')
  await expect(page.getByText('This record will be erased')).toBeVisible()
  await pass(page, 15)
  await lock(page)
  await unlock(page)
  await eraseWhatIsDue(page, 'Amara Osei')
  await sidebar(page, /^Mentees/).click()
  await expect(page.getByRole('row', { name: 'Stays Here' })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Amara Osei' })).toBeHidden()
  const gone = async (): Promise<number> => {
    const now = await readdir(join(profile, 'sealed', own))
    return before.filter((name) => !now.includes(name)).length
  }
  await expect.poll(gone).toBe(1)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Certificate' }).click()
  const certificate = page.getByRole('dialog', { name: 'Certificate of erasure' })
  await expect(certificate).toContainText('Amara Osei')
  await certificate.getByRole('button', { name: /Remove the name/ }).click()
  await expect(page.getByText('Amara Osei')).toBeHidden()
})

test('an erased record is gone on the other laptop and its room on the relay is empty', async ({
  start,
}) => {
  await sodium.ready
  const relay = await startTestRelay()
  const profile = await newProfile()
  const a = await start(profile)
  await createVault(a.page)
  await addMentee(a.page, 'Amara Osei')
  await addGoal(a.page, 'Gone with it')
  await connect(a, relay.address)
  await expectSynced(a)
  const b = await start(await newProfile())
  await pair(a, b, relay.address)
  await expect(b.page.getByRole('button', { name: 'Mentees 1' })).toBeVisible()
  await expectSynced(b)

  // The vault key, as a device derives it: to knock at the record's own room.
  const own = (await readdir(join(profile, 'sealed')))[0] ?? ''
  const header = textToHeader(await readFile(join(profile, 'sealed', own, 'vault.json'), 'utf8'))
  if (!header.ok) throw new Error(header.error)
  const opened = unlockWithPassphraseKey(
    header.value,
    derivePassphraseKey(PASSPHRASE, header.value.kdf),
  )
  if (!opened.ok) throw new Error(opened.error)
  const { vaultKey } = opened.value
  const vaultRecord = deriveVaultRecord(vaultKey).id
  const sizes = await Promise.all(
    (await readdir(join(profile, 'sealed', own)))
      .filter(
        (name) =>
          name.endsWith('.sealed') &&
          !name.startsWith(vaultRecord) &&
          !name.startsWith('letter-box'),
      )
      .map(async (name) => name.slice(0, 22)),
  )
  const blobsIn = async (record: string): Promise<number> => {
    const { room, token } = deriveRoom(vaultKey, record, 0)
    const doc = createRecord(Date.now)
    const provider = new WebsocketProvider(relay.address, room, doc, {
      disableBc: true,
      protocols: [WIRE_PROTOCOL, token],
      WebSocketPolyfill: (await import('ws')).WebSocket as unknown as typeof WebSocket,
    })
    await expect.poll(() => provider.synced).toBe(true)
    const { length } = doc.getArray('blobs')
    provider.destroy()
    return length
  }
  const counts = new Map<string, number>()
  for (const record of sizes) counts.set(record, await blobsIn(record))
  const [room = ''] = [...counts].find(([, blobs]) => blobs > 0) ?? []
  expect(room).not.toBe('')

  await openMentee(a.page, 'Amara Osei')
  await moreActions(a.page, 'Erase')
  await a.page.getByLabel(/^Type .* to confirm/).fill('Amara Osei')
  await a.page.getByRole('button', { name: 'Erase in 14 days' }).click()
  await expect(a.page.getByText('This record will be erased')).toBeVisible()
  await pass(a.page, 15)
  await lock(a.page)
  await unlock(a.page)
  await eraseWhatIsDue(a.page, 'Amara Osei')
  await expect(b.page.getByRole('button', { name: 'Mentees 0' })).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => blobsIn(room), { timeout: 30_000 }).toBe(0)
  expect(fromBase64UrlEncoded(room).length).toBe(16)
  await relay.stop()
})
