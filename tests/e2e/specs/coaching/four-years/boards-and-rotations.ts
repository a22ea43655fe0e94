/** An exam that is failed and sat again, and a rotation whose feedback becomes a goal. */
import { fillIn, goToMentee, goToTab, press, tabTo } from '../../../steps/by-keyboard'
import { expect, expectSaved, noteText } from '../../../steps/device'
import type { Laptops } from '../../../steps/two-laptops'
import { INES, main, meet, region, toDo } from './ines'

export const boards = async ({ home, clinic, later, apart }: Laptops): Promise<void> => {
  const { page } = home
  const addExam = async (name: string, booked: string, result: string): Promise<void> => {
    await goToMentee(page, INES)
    await goToTab(page, 'Record')
    await press(page, 'Add exam')
    await fillIn(page, {
      Exam: name,
      'Booked for': booked,
      'They get the result on': result,
      'How they want to tell me': 'Tells me in person',
    })
  }
  await addExam('Step 1', 'Mar 14, 2033', 'Apr 13, 2033')
  await press(clinic.page, 'Today')
  await expect(toDo(clinic.page)).toContainText(`${INES} sits Step 1 in 7 days`)

  await later('2033-04-14')
  const resultDay = `${INES}: result day, Step 1`
  for (const laptop of [home, clinic]) {
    await press(laptop.page, 'Today')
    await expect(toDo(laptop.page)).toContainText('Tells me in person')
  }
  await apart(async () => {
    await press(page, resultDay)
    await meet(
      page,
      'She did not pass, and said so first.\n/mine Send her the tutoring page\n',
      'It is one day, and there is another',
    )
    await goToMentee(clinic.page, INES)
    await press(clinic.page, 'New goal')
    await fillIn(clinic.page, { Goal: 'Questions every morning' })
  })
  await addExam('Step 1, again', 'Jun 13, 2033', 'Jul 6, 2033')
  for (const laptop of [home, clinic]) {
    await press(laptop.page, 'Today')
    await expect(toDo(laptop.page)).toContainText('Send her the tutoring page')
    await expect(toDo(laptop.page)).not.toContainText(resultDay)
    await goToMentee(laptop.page, INES)
    await expect(main(laptop.page)).toContainText('It is one day, and there is another')
    await expect(main(laptop.page)).toContainText('Questions every morning')
  }

  // A new school year, and the other result.
  await later('2033-07-08')
  await apart(async () => {
    await press(page, 'Today')
    await press(page, `${resultDay}, again`)
    await goToMentee(clinic.page, INES)
    await goToTab(clinic.page, 'Goals')
    await tabTo(
      clinic.page,
      clinic.page.getByRole('combobox', { name: 'Status of Questions every morning' }),
    )
    await clinic.page.keyboard.type('Achieved')
  })
  for (const laptop of [home, clinic]) {
    await press(laptop.page, 'Today')
    await expect(toDo(laptop.page)).not.toContainText('result day')
    await goToMentee(laptop.page, INES)
    await expect(main(laptop.page)).toContainText('MS3 · last met')
    await goToTab(laptop.page, 'Record')
    await expect(region(laptop.page, 'Exams')).toContainText('Step 1, again')
    await expect(region(laptop.page, 'Exams')).not.toContainText(/pass|fail/i)
  }
}

export const thirdYear = async ({ home, clinic, later, apart }: Laptops): Promise<void> => {
  const { page } = home
  await goToMentee(page, INES)
  await goToTab(page, 'Record')
  await press(page, 'Add rotation')
  await fillIn(page, {
    Rotation: 'Surgery',
    Site: 'St. Anne',
    From: 'Sep 5, 2033',
    Until: 'Oct 28, 2033',
  })
  const ahead = `Ask ${INES} what they want to be seen doing by week 2`
  await press(clinic.page, 'Today')
  await press(clinic.page, ahead)
  await press(page, 'Today')
  await expect(toDo(page)).not.toContainText(ahead)

  await later('2033-10-04')
  await goToMentee(page, INES)
  await expect(main(page)).toContainText('on rotation: Surgery at St. Anne until')
  await apart(async () => {
    await press(page, 'Today')
    await press(page, `Ask ${INES} whether they’ve asked for feedback`)
    await goToMentee(clinic.page, INES)
    await goToTab(clinic.page, 'REACH')
    await press(clinic.page, 'Add feedback')
    await fillIn(clinic.page, {
      'What was said, as they bring it': 'Ready too soon',
      'Who said it': 'Resident',
      'One change': 'One open question first',
    })
  })
  await goToMentee(page, INES)
  await goToTab(page, 'REACH')
  await press(page, 'Make it a goal: Resident, Oct 4')
  await fillIn(page, {})
  for (const laptop of [home, clinic]) {
    await goToMentee(laptop.page, INES)
    await goToTab(laptop.page, 'REACH')
    await expect(region(laptop.page, 'Feedback they brought')).toContainText(
      'Goal: One open question first (Active)',
    )
  }

  await later('2033-11-02')
  await press(clinic.page, 'Today')
  await press(clinic.page, 'Debrief Surgery', /^Debrief Surgery/)
  // The palette presses a screen's button a moment later than a finger would.
  await expect(noteText(clinic.page)).toBeFocused()
  await clinic.page.keyboard.type('She liked the mornings.')
  await expectSaved(clinic.page)
  await press(page, 'Today')
  await expect(toDo(page)).not.toContainText('Debrief Surgery')
  await goToMentee(page, INES)
  await goToTab(page, 'Notes')
  await expect(main(page)).toContainText('She liked the mornings.')
}
