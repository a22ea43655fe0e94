/** What the tests of the sync through a folder do: choose it, and pair two laptops through it. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Device, expect, prove } from './device'
import { codeOn, joinWith, settings, sync } from './sync-steps'
import { answerFolder } from './system-dialogs'

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'confidant-folder-'))

export const chooseFolder = async (device: Device, folder: string): Promise<void> => {
  await answerFolder(device.app, folder)
  await settings(device)
  await device.page.getByRole('button', { name: 'Choose a folder' }).click()
  await prove(device.page, 'Continue')
  await expect(device.page.getByRole('button', { name: 'Look now' })).toBeVisible()
  await expect(device.page.getByRole('status', { name: 'Folder' })).toHaveText(
    'Everything is in the folder',
    { timeout: 30_000 },
  )
}

export const pairThroughFolder = async (
  first: Device,
  second: Device,
  folder: string,
): Promise<void> => {
  await settings(first)
  await first.page.getByRole('button', { name: 'Add a laptop' }).click()
  await prove(first.page, 'Show code')
  await expect(first.page.getByText(/Waiting for your other laptop/)).toBeVisible()
  const code = await codeOn(first)
  await answerFolder(second.app, folder)
  await second.page.getByRole('button', { name: 'Set up from another laptop' }).click()
  await second.page.getByText('A folder', { exact: true }).click()
  await second.page.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(second.page.getByText(folder)).toBeVisible()
  await joinWith(first, second, code)
}

/** Every laptop that writes into the folder has everything, and this one knows it. */
export const expectAgreed = (device: Device): Promise<void> =>
  expect(sync(device)).toHaveText('Synced', { timeout: 60_000 })
