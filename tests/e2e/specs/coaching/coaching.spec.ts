import {
  addMentee,
  expect,
  moreActions,
  openMentee,
  openTab,
  sidebar,
  test,
} from '../../steps/device'

test('in a meeting: a session by one keystroke, goals and actions from the keyboard, filed with what was agreed', async ({
  vault: device,
}) => {
  const { page } = device
  await addMentee(page, 'Amara Osei')
  await page.keyboard.press('Control+Shift+S')
  const note = page.getByRole('textbox', { name: 'Session note' })
  const aid = page.getByRole('textbox', { name: 'Memory aid' })
  await expect(note).toBeFocused()
  await expect(page.getByRole('timer', { name: 'Minutes so far' })).toHaveText('0')
  await page.keyboard.type('She is tired and wants a plan.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/action Send the study plan')
  await expect(page.getByRole('option', { name: /^Action item\b(?! for)/ })).toBeVisible()
  await page.keyboard.press('Enter')
  const agreed = page.getByRole('region', { name: 'Agreed this time' })
  await expect(agreed.getByRole('checkbox', { name: 'Send the study plan' })).toBeVisible()
  // What is typed next is a line of its own.
  await page.keyboard.type('Nothing more today.')
  await expect(agreed.getByRole('checkbox')).toHaveCount(1)
  await expect(note.locator('p').last()).toHaveText('Nothing more today.')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  // In the text the line is a task now; ticked there, it is done everywhere.
  await page.keyboard.press('Control+Enter')
  await expect(agreed.getByRole('checkbox', { name: 'Send the study plan' })).toBeChecked()
  await agreed.getByRole('checkbox', { name: 'Send the study plan' }).uncheck()
  await expect(note.getByRole('checkbox', { name: 'Send the study plan' })).not.toBeChecked()
  // The side has no caret to give: back to where it was.
  await note.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Pass the surgery shelf')
  await page.keyboard.press('Control+Shift+G')
  await expect(page.getByText('Goal: “Pass the surgery shelf”', { exact: false })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('/ask How the call schedule went')
  await page.keyboard.press('Enter')
  await expect(aid).toHaveCount(0)
  await page.keyboard.press('Control+j')
  await page.keyboard.type('She seems depressed, MRN 00482913.')
  await expect(aid).toHaveText('She seems depressed, MRN 00482913.')
  await expect(page.getByText('Wording: 2 hints.', { exact: false })).toBeVisible()
  await page.keyboard.press('Control+j')
  await expect(aid).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.type('/agenda Left for next time')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Left for next time' })).toBeVisible()
  await expect(note).not.toContainText('Left for next time')
  await page.getByRole('button', { name: 'End session' }).click()
  const dialog = page.getByRole('dialog', { name: 'End session' })
  await expect(dialog.getByRole('checkbox', { name: 'Send the study plan' })).toBeVisible()
  await page.keyboard.type('I can ask earlier')
  await expect(dialog.getByLabel('Mentee’s takeaway')).toHaveValue('I can ask earlier')
  await dialog.getByRole('button', { name: 'End session' }).click()
  await page.getByRole('tab', { name: 'Overview' }).waitFor()
  // The brief of the next time.
  await expect(page.getByText('I can ask earlier')).toBeVisible()
  await expect(page.getByText(/^Next session in/)).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'What they want' }).getByText('Pass the surgery shelf'),
  ).toBeVisible()
  await expect(page.getByText('How the call schedule went')).toBeVisible()
  await expect(page.getByText('Left for next time', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Timeline' }).last()).toContainText(
    'One-on-one session',
  )
})

test('goals: WOOP as a way in, revised into a new one, on the board and in the river', async ({
  vault: device,
}) => {
  const { page } = device
  await addMentee(page, 'Amara Osei')
  await openTab(page, 'Goals')
  await page.getByRole('button', { name: 'New goal' }).click()
  const dialog = page.getByRole('dialog', { name: 'New goal' })
  await dialog.getByText('WOOP', { exact: true }).click()
  await dialog.getByLabel(/^Wish/).fill('Sleep before exams')
  await dialog.getByLabel(/^Obstacle/).fill('The phone')
  await dialog.getByLabel(/^Plan/).fill('If it is ten, the phone goes to the kitchen')
  await dialog.getByRole('button', { name: 'Add goal' }).click()
  const card = page.getByRole('article', { name: 'Sleep before exams' })
  await expect(card).toContainText('The phone')
  await expect(card).toContainText('No measure or date yet')
  for (const [confidence, presses] of [
    ['first', 1],
    ['second', 3],
  ] as const) {
    await card.getByRole('button', { name: 'Importance and confidence' }).click()
    await page.getByRole('slider', { name: 'Confidence' }).focus()
    for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowRight')
    await page.getByRole('button', { name: 'Save rating' }).click()
    await expect(page.getByRole('button', { name: 'Save rating' }), confidence).toBeHidden()
  }
  await expect(
    card.getByRole('img', { name: /^Over time:.*confidence 8.*confidence 10/ }),
  ).toBeVisible()
  await card.getByRole('button', { name: 'More for Sleep before exams' }).click()
  await page.getByRole('menuitem', { name: 'Revise into a new goal' }).click()
  const revise = page.getByRole('dialog', { name: 'Revise goal' })
  await revise.getByLabel('Goal', { exact: true }).fill('Asleep by eleven before exams')
  await revise.getByRole('button', { name: 'Open revised goal' }).click()
  await expect(page.getByRole('article', { name: 'Asleep by eleven before exams' })).toBeVisible()
  await page.getByText('River', { exact: true }).click()
  await expect(
    page.getByRole('button', { name: /^Sleep before exams: opened .*, revised/ }),
  ).toBeVisible()
  await sidebar(page, /^Goals/).click()
  await expect(
    page
      .getByRole('region', { name: 'Active' })
      .getByRole('article', { name: 'Asleep by eleven before exams' }),
  ).toBeVisible()
  await expect(
    page
      .getByRole('region', { name: 'Closed' })
      .getByRole('article', { name: 'Sleep before exams' }),
  ).toBeVisible()
  // Dragged to another column, and back by one press.
  const goalIn = (column: string) =>
    page
      .getByRole('region', { name: column })
      .getByRole('article', { name: 'Asleep by eleven before exams' })
  await goalIn('Active').dragTo(page.getByRole('region', { name: 'On hold' }), {
    sourcePosition: { x: 30, y: 16 },
  })
  await expect(goalIn('On hold')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(goalIn('Active')).toBeVisible()
})

test('a REACH week: laid out, marked by keyboard, linked to what was recorded, and who is not done', async ({
  vault: device,
}) => {
  const { page } = device
  await addMentee(page, 'Amara Osei')
  await moreActions(page, 'Edit details')
  const dialog = page.getByRole('dialog', { name: 'Edit details' })
  await dialog.getByLabel('Class (graduation year)').fill('2029')
  await dialog.getByLabel('REACH group').fill('B')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await openTab(page, 'Reflections')
  await page.getByRole('button', { name: 'New reflection' }).click()
  // Reflection is the mentee's own: only theirs is offered.
  await page.getByRole('menu').getByText('Mentee', { exact: true }).click()
  await page.getByRole('menuitem', { name: /^What\? So what/ }).click()
  await page.getByLabel('Prompt').fill('First week')
  await sidebar(page, /^REACH/).click()
  await page.getByRole('tab', { name: 'Calendar' }).click()
  await page.getByRole('button', { name: 'Add week' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('tab', { name: 'Board' }).click()
  const reflection = page.getByRole('button', { name: /^Amara Osei, Reflection: / })
  await expect(reflection).toHaveAccessibleName(
    'Amara Osei, Reflection: Not started, something to link',
  )
  await reflection.focus()
  await page.keyboard.press('Enter')
  await expect(reflection).toHaveAccessibleName('Amara Osei, Reflection: Done, linked')
  await page.keyboard.press('ArrowRight')
  const education = page.getByRole('button', { name: /^Amara Osei, Education: / })
  await expect(education).toBeFocused()
  await page.keyboard.press('Space')
  await expect(education).toHaveAccessibleName('Amara Osei, Education: Planned')
  await page.keyboard.press('Space')
  await expect(education).toHaveAccessibleName('Amara Osei, Education: Done')
  for (const component of ['Assessment', 'Coaching', 'Health and well-being']) {
    const mark = page.getByRole('button', { name: new RegExp(`^Amara Osei, ${component}: `) })
    await mark.click()
    await expect(mark).toHaveAccessibleName(/Planned/)
    await mark.click()
    await expect(mark).toHaveAccessibleName(/Done/)
  }
  await expect(page.getByRole('button', { name: 'Not finished (0)' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Group' }).click()
  await page.getByRole('option', { name: 'B', exact: true }).click()
  await page.getByRole('button', { name: 'New group session' }).click()
  await page.keyboard.type('Typed at once')
  // The week has an exercise: what is written first is how its time is spent.
  await expect(page.getByRole('combobox', { name: 'Exercise' })).not.toHaveValue('')
  await expect(page.getByRole('textbox', { name: 'Parts', exact: true })).toHaveValue(
    'Typed at once',
  )
  const roll = page.getByRole('radiogroup', { name: 'Amara Osei: attendance' })
  await roll.getByText('Present', { exact: true }).click()
  await expect(roll.getByRole('radio', { name: 'Present' })).toBeChecked()
  await page.getByLabel('Private line about Amara Osei').fill('Quiet today')
  await page.getByLabel('Notes').fill('Amara said that nights are hard')
  await expect(page.getByText(/This mentions/)).toBeVisible()
  await openMentee(page, 'Amara Osei')
  await expect(page.getByText(/last met today/)).toBeVisible()
})
