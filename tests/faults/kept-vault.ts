/** A vault with a note and a goal in it, which are to be there whatever happens to its files. */
import {
  addGoal,
  addMentee,
  createVault,
  type Device,
  expect,
  expectSaved,
  newNote,
  noteText,
  openMentee,
  openTab,
} from '../e2e/steps/device'

export const prepare = async (device: Device): Promise<void> => {
  await createVault(device.page)
  await addMentee(device.page, 'Amara Osei')
  await newNote(device.page, 'Kept in the sealed folder.')
  await expectSaved(device.page)
  await addGoal(device.page, 'Outlive the database')
  await device.quit()
}

export const expectEverything = async (device: Device): Promise<void> => {
  await openMentee(device.page, 'Amara Osei')
  await openTab(device.page, 'Notes')
  await expect(noteText(device.page)).toHaveText('Kept in the sealed folder.')
  await openTab(device.page, 'Goals')
  await expect(device.page.getByRole('heading', { name: 'Outlive the database' })).toBeVisible()
}
