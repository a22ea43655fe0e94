/** The season, the Match, and the end of coaching. */
import { choose, fillIn, goToMentee, goToTab, press, tabTo } from '../../../steps/by-keyboard'
import { expect } from '../../../steps/device'
import { expectSynced } from '../../../steps/sync-steps'
import type { Laptops } from '../../../steps/two-laptops'
import { INES, main, meet, note, region, toDo } from './ines'

export const fourthYear = async ({ home, clinic, later }: Laptops): Promise<void> => {
  const { page } = home
  await goToMentee(page, INES)
  await expect(main(page)).toContainText('MS4 · last met')
  await goToTab(page, 'Record')
  await press(page, 'Add residency season')
  await fillIn(page, { Specialty: 'Family medicine', 'Who advises them on it': 'Career office' })
  for (const [what, days] of [
    ['Rank lists are due', { Date: 'Feb 28, 2035' }],
    ['Match Monday, then SOAP', { Date: 'Mar 12, 2035', Until: 'Mar 15, 2035' }],
    ['Match Day', { Date: 'Mar 16, 2035' }],
  ] as const) {
    await press(page, `Edit ${what}`)
    await fillIn(page, { ...days, 'Checked on': 'Sep 4, 2034' })
  }
  await expectSynced(home)
  await goToMentee(clinic.page, INES)
  await goToTab(clinic.page, 'Record')
  await press(clinic.page, 'They asked me for a letter')
  await fillIn(clinic.page, {})

  await later('2035-02-22')
  for (const laptop of [home, clinic]) {
    await press(laptop.page, 'Today')
    await expect(toDo(laptop.page)).toContainText('Rank lists are due')
  }
  await goToMentee(page, INES)
  await goToTab(page, 'Record')
  await expect(region(page, 'Residency season')).toContainText('Kindly declined')
  await press(page, 'Edit Family medicine, Match 2035')
  await fillIn(page, { 'Rank list certified on': 'Feb 22, 2035' })
  await expect(toDo(clinic.page)).not.toContainText('Rank lists are due')

  await later('2035-03-16')
  for (const laptop of [home, clinic]) {
    await press(laptop.page, 'Today')
    await expect(toDo(laptop.page)).toContainText('Match Day')
    await goToMentee(laptop.page, INES)
    await goToTab(laptop.page, 'Record')
    await expect(main(laptop.page).getByRole('alert')).toContainText('A word every day')
  }
  await meet(clinic.page, 'She matched.', 'I will be a family physician')
  await expectSynced(clinic)
}

export const end = async ({ home, clinic, later, apart }: Laptops): Promise<void> => {
  const { page } = home
  await apart(async () => {
    await note(clinic.page, 'She brought cake.')
    await goToMentee(page, INES)
    await choose(page, 'End coaching')
    await fillIn(page, {
      'A letter from you': 'You came back, and you stayed.',
      'Their own plan for the first program': 'Ask for feedback in week 2',
      'Contact afterward': 'Yes, they want it',
      'Final summary': 'Five years, two classes, one physician.',
    })
  })
  for (const laptop of [home, clinic]) {
    await goToMentee(laptop.page, INES)
    await expect(main(laptop.page)).toContainText('Graduated')
    await expect(main(laptop.page)).toContainText('Archived')
    await goToTab(laptop.page, 'Record')
    await expect(region(laptop.page, 'Shared copies')).toContainText('You came back')
    await expect(region(laptop.page, 'Shared copies')).toContainText('two classes, one physician')
    await goToTab(laptop.page, 'REACH')
    await expect(laptop.page.getByRole('button', { name: /^Year 1, week 2: 4\/5/ })).toBeVisible()
    await goToTab(laptop.page, 'Notes')
    for (const words of ['She brought cake.', 'Glad to be back.', 'Sleeps six hours now.'])
      await expect(main(laptop.page)).toContainText(words)
  }

  // The program is told of that year, and of the first one, as it was told then.
  await press(clinic.page, 'Program report')
  const report = clinic.page.getByRole('dialog', { name: 'Program report' })
  await expect(report.getByRole('row', { name: INES })).toHaveText(`${INES}YesYes0 of 0`)
  for (const [name, day] of [
    ['From', 'Jul 1, 2030'],
    ['To', 'Jun 30, 2031'],
  ] as const) {
    await tabTo(clinic.page, report.getByRole('textbox', { name, exact: true }))
    await clinic.page.keyboard.press('Control+a')
    await clinic.page.keyboard.type(day)
  }
  await expect(report.getByRole('row', { name: INES })).toHaveText(`${INES}YesYes0 of 3`)
  await clinic.page.keyboard.press('Escape')
  await expect(report).toBeHidden()

  await later('2035-08-02')
  const greeting = `Write to ${INES}, who began residency this summer`
  for (const laptop of [home, clinic]) {
    await press(laptop.page, 'Today')
    await expect(toDo(laptop.page)).toContainText(greeting)
  }
  await press(page, greeting)
  await expect(toDo(clinic.page)).not.toContainText(greeting)
}
