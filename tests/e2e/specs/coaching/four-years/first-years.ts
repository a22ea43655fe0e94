/** Two years that become three: pairing, first meeting, a REACH week on two laptops; a leave, and the way back. */
import { choose, fillIn, goToMentee, goToTab, press, tabTo } from '../../../steps/by-keyboard'
import { expect, expectSaved } from '../../../steps/device'
import { expectSynced } from '../../../steps/sync-steps'
import type { Laptops } from '../../../steps/two-laptops'
import { goToCalendar, INES, main, markOf, note, region, toDo } from './ines'

export const firstYear = async ({ home, clinic, later, apart }: Laptops): Promise<void> => {
  const { page } = home
  await page.keyboard.press('Control+Shift+m')
  await fillIn(page, { Name: INES, 'Class (graduation year)': '2034' })
  await expect(main(page)).toContainText('MS1 · not met yet')
  await goToTab(page, 'Record')
  await press(page, 'Add pairing')
  await fillIn(page, { 'Paired by': 'Office of Student Affairs' })
  await press(page, 'Today')
  await expect(toDo(page)).toContainText(`Write to ${INES} for the first time`)
  await expect(region(page, 'Overdue for a meeting')).toContainText('paired today, not met yet')
  await goToMentee(page, INES)
  await press(page, 'First message')
  await fillIn(page, {})
  await expect(page.getByRole('alert')).toContainText('First message sent')
  await goToTab(page, 'Record')
  await press(page, 'Create agreement')
  await fillIn(page, {
    'Agreed on': 'Aug 12, 2030',
    'Acknowledged by the mentee on': 'Aug 12, 2030',
  })
  await page.keyboard.press('Control+4')
  // The first quarter had begun before there was a class.
  await press(page, 'Set up 3 REACH weeks')
  await expect(page.getByRole('button', { name: 'Year 1 is set up' })).toBeVisible()

  // The first meeting: the limits come before it.
  await goToMentee(page, INES)
  await page.keyboard.press('Control+Shift+s')
  await page.keyboard.type('She moved here from Porto. ')
  const limits = page.getByRole('alert').filter({ hasText: 'Say the limits before you begin' })
  await expect(limits).toContainText('Danger to self or others')
  await page.keyboard.press('Control+Shift+l')
  await expect(limits).toBeHidden()
  await page.keyboard.type('She wants to sleep more.')
  await expectSaved(page)
  await press(page, 'End session')
  await fillIn(page, { 'Mentee’s takeaway': 'One evening a week is mine' })
  await expect(main(page)).toContainText('MS1 · last met today')
  for (const laptop of [home, clinic]) {
    await press(laptop.page, 'Today')
    await expect(main(laptop.page)).toContainText('Everyone has been seen on schedule.')
    await expect(toDo(laptop.page)).toContainText('Nothing due this week.')
  }

  // The REACH week, seven weeks later.
  await later('2030-10-01')
  await expect(region(page, 'REACH')).toContainText('Class of 2034: week 2, day 2')
  await expect(region(page, 'Overdue for a meeting')).toContainText('7 weeks (every 4)')
  await apart(async () => {
    for (const [laptop, steps] of [
      [home, 0],
      [clinic, 2],
    ] as const) {
      await laptop.page.keyboard.press('Control+4')
      await expect(markOf(laptop.page, 'Reflection')).toBeFocused()
      for (let step = 0; step < steps; step++) await laptop.page.keyboard.press('ArrowRight')
      await laptop.page.keyboard.press('d')
      await laptop.page.keyboard.press('ArrowRight')
      await laptop.page.keyboard.press('d')
    }
    await note(clinic.page, 'Sleeps six hours now.')
  })
  for (const laptop of [home, clinic]) {
    await laptop.page.keyboard.press('Control+4')
    for (const part of ['Reflection', 'Education', 'Assessment', 'Coaching'])
      await expect(markOf(laptop.page, part)).toHaveAttribute('data-mark', 'done')
    await expect(markOf(laptop.page, 'Health')).toHaveAttribute('data-mark', 'not-started')
  }
  await goToMentee(page, INES)
  await goToTab(page, 'Notes')
  await expect(main(page)).toContainText('Sleeps six hours now.')
  await expect(main(page)).not.toContainText('No text yet')
}

export const secondYear = async ({ home, clinic, later, apart }: Laptops): Promise<void> => {
  const { page } = home
  await page.keyboard.press('Control+4')
  await goToCalendar(page)
  await press(page, 'Set up 2 REACH weeks')
  await goToMentee(page, INES)
  await expect(main(page)).toContainText('MS2 · last met')
  await choose(page, 'Leave of absence')
  await fillIn(page, {
    'Contact they want': 'One postcard',
    'First day of leave': 'Nov 3, 2031',
    'Last day, if known': 'Jun 30, 2032',
  })
  await expectSynced(home)
  // Until then she is in school as before, and not seen for long.
  await expect(main(page).getByRole('alert')).toBeHidden()
  await press(clinic.page, 'Today')
  await expect(region(clinic.page, 'Overdue for a meeting')).toContainText(INES)

  await later('2032-01-06')
  for (const laptop of [home, clinic]) {
    await press(laptop.page, 'Today')
    await expect(main(laptop.page)).toContainText('Everyone has been seen on schedule.')
    // It is a REACH week of her class, and she is not in it.
    await expect(region(laptop.page, 'REACH')).toBeHidden()
    await goToMentee(laptop.page, INES)
    await expect(main(laptop.page)).toContainText('MS2 · last met')
    await expect(main(laptop.page)).toContainText('On leave until June 30, 2032')
    await expect(main(laptop.page)).toContainText('Contact they want: One postcard')
    await goToTab(laptop.page, 'REACH')
    await expect(
      laptop.page.getByRole('img', { name: 'Year 2, week 3: not enrolled' }),
    ).toBeVisible()
  }

  await later('2032-07-05')
  await press(page, 'Today')
  await expect(toDo(page)).toContainText(`Return from leave: ${INES}`)
  await apart(async () => {
    await goToMentee(page, INES)
    await choose(page, 'Return from leave')
    await fillIn(page, { 'Back as': 'Repeating a year', 'Class (graduation year)': '2035' })
    await note(clinic.page, 'Met her in the corridor. Glad to be back.')
  })
  await page.keyboard.press('Control+4')
  await goToCalendar(page)
  await press(page, 'Set up 4 REACH weeks')
  // The first of them is this week, and hers at once: all of it is done with one key.
  await press(page, 'Board')
  await tabTo(page, markOf(page, 'Reflection'))
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('d')
  for (const laptop of [home, clinic]) {
    await goToMentee(laptop.page, INES)
    await expect(main(laptop.page)).toContainText('MS2 · last met')
    await goToTab(laptop.page, 'Record')
    await expect(region(laptop.page, 'Enrollment')).toContainText('Class of 2034')
    await expect(region(laptop.page, 'Enrollment')).toContainText('Class of 2035')
    // The weeks of the class before stay hers as they were.
    await goToTab(laptop.page, 'REACH')
    const years = laptop.page.getByRole('group', { name: 'Four years of REACH' })
    await expect(years.getByRole('button', { name: /^Year 1, week 2: 4\/5/ })).toBeVisible()
    await expect(years.getByRole('button', { name: /^Year 2, week 1: 5\/5/ })).toBeVisible()
    await expect(years.getByRole('img', { name: 'Year 2, week 3: not enrolled' })).toBeVisible()
    await goToTab(laptop.page, 'Notes')
    await expect(main(laptop.page)).toContainText('Glad to be back.')
  }
}
