/** What the sync tests do: connect a device to a relay, pair two, type at either end of a note. */
import { withSecret } from '../../../shared/relay/relay-address'
import {
  addMentee,
  createVault,
  type Device,
  expect,
  expectSaved,
  newNote,
  noteText,
  openMentee,
  openTab,
  PASSPHRASE,
  prove,
  sidebar,
} from './device'

export const sync = (device: Device) => device.page.getByRole('status', { name: 'Sync' })
/** 'Sent' over a server that does not say what it has stored. */
type Word = 'Synced' | 'Sent'
export const expectSynced = (device: Device, word: Word = 'Synced') =>
  expect(sync(device)).toHaveText(word, { timeout: 30_000 })

export const settings = (device: Device) => sidebar(device.page, 'Settings').click()

export const connect = async (device: Device, address: string): Promise<void> => {
  await settings(device)
  await device.page.getByLabel('Relay address').fill(address)
  await device.page.getByRole('button', { name: 'Connect' }).click()
  await prove(device.page, 'Connect')
  await expect(device.page.getByRole('button', { name: 'Disconnect' })).toBeVisible()
}

/** What is read off a screen, once it stands there. */
const readOff = async (device: Device, label: string): Promise<string> => {
  const shown = device.page.getByLabel(label, { exact: true })
  await expect(shown).toHaveText(/\S/)
  return (await shown.textContent()) ?? ''
}
export const codeOn = (device: Device) => readOff(device, 'Pairing code')
export const numberOn = (device: Device) => readOff(device, 'Number to compare')

/** From the code that the first laptop shows, on the second, to both being done. */
export const joinWith = async (first: Device, second: Device, code: string): Promise<void> => {
  await second.page.getByLabel('Pairing code').fill(code)
  await second.page.getByRole('button', { name: 'Continue' }).click()
  const shown = await numberOn(second)
  await expect(first.page.getByLabel('Number to compare')).toHaveText(shown)
  await first.page.getByRole('button', { name: 'Yes, send the vault' }).click()
  await second.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await second.page.getByLabel('Repeat the passphrase').fill(PASSPHRASE)
  await second.page.getByRole('button', { name: 'Set up this laptop' }).click()
  await expect(second.page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
  await expect(first.page.getByText('Your other laptop has joined')).toBeVisible()
  await first.page.keyboard.press('Escape')
}

export const pair = async (first: Device, second: Device, address: string): Promise<void> => {
  await settings(first)
  const opener = first.page.getByRole('button', { name: 'Add a laptop' })
  await opener.click()
  // The caret is in the passphrase, and the focus comes back in the end.
  await first.page.keyboard.type(PASSPHRASE)
  await first.page.keyboard.press('Enter')
  await expect(first.page.getByText(/Waiting for your other laptop/)).toBeVisible()
  const code = await codeOn(first)
  await second.page.getByRole('button', { name: 'Set up from another laptop' }).click()
  await second.page.getByLabel('Relay address').fill(address)
  await joinWith(first, second, code)
  await expect(opener).toBeFocused()
}

/** Two paired devices with one mentee and one note between them. */
export const twoDevices = async (
  start: (profile?: string) => Promise<Device>,
  /** With a secret, the first laptop is given it, and the second gets it from the first. */
  relay: { readonly address: string; readonly secret?: string; readonly word?: Word },
  profiles: readonly [string, string],
) => {
  const a = await start(profiles[0])
  const b = await start(profiles[1])
  await createVault(a.page)
  await addMentee(a.page, 'Amara Osei')
  await newNote(a.page, 'Begun together.')
  await expectSaved(a.page)
  await connect(a, withSecret(relay.address, relay.secret))
  await expectSynced(a, relay.word)
  await pair(a, b, relay.address)
  await openMentee(b.page, 'Amara Osei')
  await openTab(b.page, 'Notes')
  await expect(noteText(b.page)).toContainText('Begun together.')
  await openMentee(a.page, 'Amara Osei')
  await openTab(a.page, 'Notes')
  return { a, b }
}

export const nameLaptop = async (device: Device, name: string): Promise<void> => {
  await settings(device)
  await device.page.getByLabel('Laptop name').fill(name)
  await device.page.getByLabel('Laptop name').blur()
  await expect(device.page.getByText(`This laptop is now called ${name}`)).toBeVisible()
}

export const typeAt = async (
  device: Device,
  where: 'Home' | 'End',
  text: string,
): Promise<void> => {
  await noteText(device.page).click()
  await device.page.keyboard.press(where === 'Home' ? 'Control+Home' : 'Control+End')
  await device.page.keyboard.type(text)
}
