/** "A day with it", walked as one coach: by role and name, on real Electron. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import {
  addMentee,
  confirmOnPaper,
  createVault,
  expect,
  lock,
  newProfile,
  openMentee,
  openTab,
  PASSPHRASE,
  test,
  unlock,
} from '../../steps/device'
import { expectSeen } from '../../steps/seen'
import { setWindowSize } from '../../steps/window-size'

const nav = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name })
const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

test('first run: a roster comes in from CSV with a preview, is undone, and goes out again', async ({
  device,
  profile,
}) => {
  const { app, page } = device
  await createVault(page)
  await page.getByRole('button', { name: 'Import roster' }).click()
  await page.getByLabel('Roster file').setInputFiles(file('roster.csv', 'Name\n"Amara'))
  await expect(page.getByRole('alert')).toContainText('quotation mark')
  await page
    .getByLabel('Roster file')
    .setInputFiles(
      file(
        'roster.csv',
        'Student ID,Name,E-mail,Class,REACH group\nS1,Amara Osei,amara@example.edu,2029,B\nS2,Luis Fernández,luis@example.edu,2029,B\nS3,Wei Zhang,not an address,2029,B\nS1,Amara Again,,2029,B\n',
      ),
    )
  await expect(page.getByRole('status', { name: 'Import summary' })).toHaveText(
    '3 new mentees, 0 updates, 1 skipped',
  )
  const rows = page.getByRole('table', { name: 'Rows in the file' })
  await expect(rows.getByRole('row', { name: /Wei Zhang/ })).toContainText(
    'The email address isn’t valid. Left out: “not an address”.',
  )
  await expect(rows.getByRole('row', { name: /Amara Again/ })).toContainText(
    'Same person as row 2.',
  )
  await page.getByRole('button', { name: 'Import 3 rows' }).click()
  await expect(page.getByRole('row', { name: 'Luis Fernández' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'Add your first mentee' })).toBeVisible()
  await page.getByRole('button', { name: 'Import roster' }).click()
  await page
    .getByLabel('Roster file')
    .setInputFiles(file('roster.csv', 'Name,Class\nAmara Osei,2029\nLuis Fernández,2028\n'))
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  await page.getByLabel('REACH group for selected mentees').fill('C')
  await page.getByRole('button', { name: 'Assign group' }).click()
  await expect(page.getByText('2 mentees moved to group C')).toBeVisible()
  const out = `${profile}-roster.csv`
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, out)
  await page.getByRole('button', { name: 'Roster' }).click()
  await page.getByRole('menuitem', { name: 'Export roster (CSV)' }).click()
  await expect(page.getByText(/^Roster saved/)).toBeVisible()
  expect(await readFile(out, 'utf8')).toMatch(/Luis Fernández.*2028.*,C,/)
})

test('in a meeting: a session by one keystroke, goals and actions from the keyboard, filed with what was agreed', async ({
  device,
}) => {
  const { page } = device
  await createVault(page)
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

test('the mentee’s prep form goes out as a file and comes back in; a foreign file is refused with a reason', async ({
  device,
  profile,
}) => {
  const { app, page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await page.getByLabel('Prep form file').setInputFiles(file('x.json', '{"hello":1}'))
  await expect(page.getByRole('alert')).toContainText('This isn’t a prep form')
  const out = `${profile}-prep.html`
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, out)
  await page.getByRole('button', { name: 'Prep form', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save a form to send' }).click()
  await expect.poll(() => readFile(out, 'utf8').catch(() => '')).toContain('Before our meeting')
  const answers = {
    format: 'confidant-prep',
    version: 1,
    date: '2026-11-20',
    progress: {},
    wins: '',
    challenges: '',
    oneThing: 'How to say no',
    feedback: '',
    avoid: 'Home',
    energy: 4,
    stress: null,
  }
  await page.getByLabel('Prep form file').setInputFiles(file('prep.json', JSON.stringify(answers)))
  await expect(page.getByText('How to say no')).toBeVisible()
  await expect(page.getByText('Topics to avoid: Home')).toBeVisible()
  await openTab(page, 'Record')
  await expect(page.getByRole('table', { name: 'Disclosure log' })).toContainText('Prep form')
})

test('sharing is a copy with a preview: the private note stays, and the disclosure log says what went to whom', async ({
  device,
}) => {
  const { page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await page.getByRole('button', { name: 'Start session' }).click()
  await page.getByRole('textbox', { name: 'Session note' }).click()
  await page.keyboard.type('For both of us.')
  await expect(page.getByRole('button', { name: 'Share a copy' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Share a copy' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share a copy' })
  await expect(dialog.getByLabel('What will be shared')).toHaveValue('For both of us.')
  await dialog.getByLabel('What will be shared').fill('For both of us, shortened.')
  await dialog.getByLabel('Why').fill('She asked')
  await dialog.getByRole('button', { name: 'Share copy' }).click()
  // It was only written down: here it is given, or shown.
  const recorded = page.getByRole('dialog', { name: 'Shared copy recorded' })
  await expectSeen(recorded.getByText(/^Nothing has been sent/))
  await expectSeen(recorded.getByRole('button', { name: 'Print', exact: true }))
  await expectSeen(recorded.getByRole('button', { name: 'Save as PDF' }))
  await recorded.getByRole('button', { name: 'Show on screen' }).click()
  await expectSeen(page.getByRole('dialog').getByText('For both of us, shortened.'))
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await recorded.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectSeen(page.getByText('Copy shared with Amara Osei').first())
  await expect(page.getByRole('textbox', { name: 'Session note' })).toHaveText('For both of us.')
  await page.getByRole('button', { name: 'Why is this a memory aid?' }).first().click()
  await expect(page.getByText(/^A copy was shared with Amara Osei/)).toBeVisible()
  await page
    .getByRole('textbox', { name: 'I showed this to someone or used it in a decision' })
    .fill('The dean')
  await page.getByRole('button', { name: 'Record this' }).click()
  await expect(page.getByText(/^Shown to The dean/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Back to Amara Osei' }).click()
  await openTab(page, 'Record')
  const log = page.getByRole('table', { name: 'Disclosure log' })
  await expect(log.getByRole('row', { name: /Amara Osei.*She asked.*Shared copy/ })).toBeVisible()
  await expect(log.getByRole('row', { name: /The dean.*Told or shown/ })).toBeVisible()
  await expect(page.getByText('For both of us, shortened.')).toBeVisible()
})

test('a REACH week: laid out, marked by keyboard, linked to what was recorded, and who is not done', async ({
  device,
}) => {
  const { page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Edit details' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit details' })
  await dialog.getByLabel('Class (graduation year)').fill('2029')
  await dialog.getByLabel('REACH group').fill('B')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await openTab(page, 'Reflections')
  await page.getByRole('button', { name: 'New reflection' }).click()
  await page.getByRole('menuitem', { name: /^What\? So what/ }).click()
  await page.getByLabel('Prompt').fill('First week')
  await nav(page, /^REACH/).click()
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
  await expect(page.getByLabel('Notes')).toHaveValue('Typed at once')
  await page.getByRole('checkbox', { name: 'Amara Osei' }).check()
  await page.getByLabel('Private line about Amara Osei').fill('Quiet today')
  await page.getByLabel('Notes').fill('Amara said that nights are hard')
  await expect(page.getByText(/This mentions/)).toBeVisible()
  await openMentee(page, 'Amara Osei')
  await expect(page.getByText(/last met today/)).toBeVisible()
})

test('a hard day: what a low check-in asks for is one dialog that stays, and waits on Today until it was acted on', async ({
  device,
}) => {
  const { page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await openTab(page, 'Check-ins')
  await setWindowSize(device, 1000, 700)
  // Eight keys: the command, their yes, five answers, and that nothing is kept.
  await page.getByRole('button', { name: 'New check-in' }).press('Enter')
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Check-in' })
  for (const question of [
    'I have felt cheerful and in good spirits',
    'I have felt calm and relaxed',
    'I have felt active and vigorous',
    'I woke up feeling fresh and rested',
    'My daily life has been filled with things that interest me',
  ])
    for (const answer of ['All of the time', 'At no time'])
      await expectSeen(
        form
          .getByRole('radiogroup', { name: question })
          .locator('label')
          .filter({ has: page.getByRole('radio', { name: answer }) }),
      )
  await page.keyboard.type('1111')
  await expect(page.getByRole('status', { name: 'Score' })).toHaveCount(0)
  await page.keyboard.type('0')
  await expect(page.getByRole('status', { name: 'Score' })).toHaveText('16 of 100')
  await expect(page.getByRole('radio', { name: 'Only that we talked' })).toBeChecked()
  await expectSeen(
    page.getByText('A score you keep can be asked for later. What isn’t kept can’t be.'),
  )
  await page.keyboard.press('Enter')
  // What to say, the numbers for urgent help and what can be done about it are in one dialog, which no key closes.
  const support = page.getByRole('dialog', { name: 'Support for Amara Osei' })
  await expectSeen(support.getByText('988'))
  await expectSeen(support.getByText(/Are you thinking about suicide/))
  await expectSeen(support.getByRole('button', { name: 'Write a referral' }))
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.mouse.click(5, 5)
  await expectSeen(support.getByText('988'))
  // A referral that is given up leads back to it.
  await support.getByRole('button', { name: 'Write a referral' }).click()
  await page.keyboard.press('Escape')
  await support.getByRole('button', { name: 'Keep it on Today' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('WHO-5 well-being: talked about, not recorded')).toBeVisible()
  await lock(page)
  await unlock(page)
  await nav(page, /^Today/).click()
  const owed = page.getByRole('button', { name: /^Offer support to Amara Osei/ })
  // No number, and not what it came from.
  await expect(owed).toHaveText('Offer support to Amara OseiSince today')
  await owed.click()
  await expectSeen(support.getByText('988'))
  await page.getByRole('button', { name: 'Write a referral' }).click()
  const referral = page.getByRole('dialog', { name: 'New referral' })
  await expect(referral.getByRole('combobox', { name: 'Resource' })).toHaveValue(
    'Mental health counseling',
  )
  await referral.getByRole('button', { name: 'Add referral' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(owed).toHaveCount(0)
  await openMentee(page, 'Amara Osei')
  await openTab(page, 'Referrals')
  await expect(page.getByRole('article', { name: 'Mental health counseling' })).toBeVisible()
})

test('a check-in whose score the mentee wants kept is kept, and says everywhere that it is shared with them', async ({
  device: { page },
}) => {
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await openTab(page, 'Check-ins')
  await page.getByRole('button', { name: 'New check-in' }).click()
  const shared = /^Shared between you and your mentee/
  await expectSeen(page.getByRole('dialog').getByText(shared))
  await page.keyboard.press('Enter')
  await page.keyboard.type('44443')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectSeen(page.getByText('WHO-5 well-being: 76 of 100'))
  await expectSeen(page.getByText(shared))
  await expectSeen(page.getByTitle('Seen together with the mentee').first())
})

test('the support card opens with one key, locked too, shows what the coach filled in, and leaves no trace', async ({
  device,
  start,
  profile,
}) => {
  const { page } = device
  await createVault(page)
  await nav(page, /^Resources/).click()
  await page.getByRole('button', { name: 'Edit urgent-help card' }).click()
  await page.getByRole('textbox', { name: 'Contact details for Counseling' }).fill('Extension 4400')
  await page.getByRole('button', { name: 'Save card' }).click()
  await expect(page.getByRole('dialog', { name: 'Urgent-help card' })).toBeHidden()
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog', { name: 'Urgent help' })).toContainText('Extension 4400')
  await page.keyboard.press('Escape')
  await device.quit()
  const again = await start(profile)
  await again.page.getByRole('heading', { name: 'Unlock your vault' }).waitFor()
  const before = await readFile(`${profile}/confidant.json`, 'utf8')
  await again.page.keyboard.press('F1')
  await expect(again.page.getByRole('dialog', { name: 'Urgent help' })).toContainText(
    'Extension 4400',
  )
  await expect(again.page.getByRole('dialog', { name: 'Urgent help' })).toContainText('911')
  await again.page.keyboard.press('Escape')
  await again.page.getByRole('button', { name: 'Urgent help' }).click()
  await again.page.keyboard.press('Escape')
  expect(await readFile(`${profile}/confidant.json`, 'utf8')).toBe(before)
  await unlock(again.page, PASSPHRASE)
})

test('an escalation is kept apart: no list shows it, and after signing only dated additions follow', async ({
  device,
}) => {
  const { page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await openTab(page, 'Record')
  await page.getByRole('button', { name: 'Escalation' }).click()
  await page.getByRole('button', { name: 'New escalation record' }).click()
  const dialog = page.getByRole('dialog', { name: 'New escalation record' })
  await dialog.getByLabel('What I saw and heard').fill('Said “I cannot go on”.')
  await dialog.getByRole('button', { name: 'Add' }).click()
  const record = page.getByRole('article', { name: 'Other' })
  await record.getByRole('button', { name: 'Sign' }).click()
  await expect(record.getByText(/^Signed on/)).toBeVisible()
  await expect(record.getByRole('button', { name: 'Edit' })).toHaveCount(0)
  await record.getByLabel('Addition').fill('Called the family.')
  await record.getByRole('button', { name: 'Add with today’s date' }).click()
  await expect(record.getByText(/^Added .*Called the family\./)).toBeVisible()
  await openTab(page, 'Overview')
  await expect(page.getByText('I cannot go on')).toHaveCount(0)
  await nav(page, /^Today/).click()
  await expect(page.getByText('I cannot go on')).toHaveCount(0)
})

test('goals: WOOP as a way in, revised into a new one, on the board and in the river', async ({
  device,
}) => {
  const { page } = device
  await createVault(page)
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
  await nav(page, /^Goals/).click()
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
})

test('the sample caseload: explored on the first run, marked as such, and gone in one click for good', async ({
  start,
}) => {
  const profile = await newProfile()
  const device = await start(profile)
  const { page } = device
  await page.getByRole('button', { name: 'Explore a sample caseload' }).click()
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Explore a sample caseload' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Repeat the passphrase').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Create vault' }).click()
  await page.getByTestId('recovery-group').first().waitFor()
  await confirmOnPaper(page, await page.getByTestId('recovery-group').allTextContents())
  await expect(page.getByRole('note', { name: 'Sample caseload' })).toBeVisible({ timeout: 60_000 })
  await addMentee(page, 'My Own Mentee')
  await nav(page, /^Mentees/).click()
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('14 mentees')
  await page.getByRole('button', { name: 'Remove sample caseload' }).click()
  await expect(page.getByRole('note', { name: 'Sample caseload' })).toBeHidden()
  await nav(page, /^Mentees/).click()
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('1 mentee')
  await device.quit()
  const again = await start(profile)
  await unlock(again.page)
  await nav(again.page, /^Mentees/).click()
  await expect(again.page.getByRole('status', { name: 'Shown' })).toHaveText('1 mentee')
  await openMentee(again.page, 'My Own Mentee')
})

test('what is printed is the sheet that was previewed, and nothing else of the app', async ({
  device,
}) => {
  const { app, page } = device
  await createVault(page)
  await addMentee(page, 'Amara Osei')
  await page.getByLabel('New action item').fill('Send the study plan')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Send the study plan' })).toBeVisible()
  await page.getByRole('button', { name: 'Print brief' }).click()
  const sheet = page.getByRole('dialog', { name: 'Brief: Amara Osei' }).getByRole('article')
  await expect(sheet).toContainText('Send the study plan')
  await page.emulateMedia({ media: 'print' })
  await expect(sheet).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeHidden()
  await page.emulateMedia({ media: null })
  const pages = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
      ?.webContents.printToPDF({})
    return pdf?.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
  })
  expect(pages).toBe(1)
  // No printer here: the dialog says that nothing was printed.
  await page.getByRole('button', { name: 'Print', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Nothing was printed')
})
