/** Walks the screens with invented mentees and takes a picture of each. Run by scripts/pictures.mjs. */
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import {
  addGoal,
  addMentee,
  addReflection,
  createVault,
  expectSaved,
  launch,
  newNote,
  newProfile,
  noteText,
  openMentee,
  openTab,
  PASSPHRASE,
} from './device'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1000, height: 700 },
] as const

const NAMES = [
  'Luis Fernández',
  'Wei Zhang',
  'Dana Kowalski',
  'Priya Raghunathan',
  'Chukwuemeka Oluwaseun Adeyemi-Balogun',
  'Noor Haddad',
  'Emily Tran',
  'Jonas Lindqvist',
  'Aaliyah Brooks',
  'Mateo Rivera',
  'Sofia Rossi',
  'Kenji Watanabe',
]

export const takePictures = async (folder: string): Promise<void> => {
  const device = await launch(await newProfile())
  const { app, page } = device
  const snap = async (name: string): Promise<void> => {
    for (const { width, height } of SIZES) {
      await app.evaluate(
        ({ BrowserWindow }, size) =>
          BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
        { width, height },
      )
      await page.waitForFunction((wanted) => window.innerWidth === wanted, width)
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        )
        await page.screenshot({ path: join(folder, `${name}-${scheme}-${width}.png`) })
      }
    }
  }
  await page.getByRole('button', { name: 'Create a vault' }).waitFor()
  await snap('welcome')
  await page.getByRole('button', { name: 'Join from another laptop' }).click()
  await snap('join')
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Create a vault' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill('harbour velvet')
  await page.getByRole('progressbar').waitFor()
  await snap('passphrase')
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Create a vault' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Repeat the passphrase').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Create the vault' }).click()
  await page.getByTestId('recovery-group').first().waitFor()
  await snap('recovery')
  await page.reload()
  await createVault(page)
  await snap('caseload-empty')
  await addMentee(page, 'Amara Osei')
  await snap('mentee-empty')
  await openTab(page, 'Goals')
  await snap('goals-empty')
  await openTab(page, 'Notes')
  await snap('notes-empty')
  await newNote(page)
  await noteText(page).pressSequentially(
    '# After the first shelf exam\nAmara passed, and was more relieved than proud. She slept little in the last two weeks and skipped the gym.\n\n## What helped\n- Question blocks with Noor, each morning before rounds\nSaying no to the second research project\n\n\n## Next\n[ ] Ask about the surgery clerkship’s call schedule\nSend the study plan from last year\n\n\n> I studied to understand, not to survive.',
  )
  await page.getByLabel('Title').fill('After the shelf exam')
  await expectSaved(page)
  await page.getByRole('button', { name: 'New session note' }).click()
  await page.getByLabel('Minutes').waitFor()
  await noteText(page).pressSequentially(
    'Talked about call schedules and how to keep one evening a week free.',
  )
  await expectSaved(page)
  await page.getByRole('button', { name: /After the shelf exam/ }).click()
  await page.getByText('I studied to understand').waitFor()
  await snap('mentee-notes')
  await page.getByRole('button', { name: /One-to-one session/ }).click()
  await page.getByLabel('Minutes').waitFor()
  await snap('mentee-session')
  await addGoal(page, 'Pass the surgery shelf with room to spare')
  await page.getByRole('button', { name: 'Edit Pass the surgery shelf with room to spare' }).click()
  await page.getByLabel('Why it matters').fill('Surgery is where I doubted myself most.')
  await page
    .getByLabel('How we will know')
    .fill('Two practice exams above the class mean before the end of January.')
  await snap('goal-form')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  for (const milestone of [
    'First hundred questions',
    'Practice exam in December',
    'Review with the study group',
  ]) {
    await page.getByPlaceholder('Add a milestone').fill(milestone)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText(milestone).waitFor()
  }
  await page.getByLabel('First hundred questions', { exact: true }).check()
  await addGoal(page, 'One evening a week without medicine')
  await snap('mentee-goals')
  await addReflection(
    page,
    'A patient thanked me by name on the ward round, and I noticed that I had remembered hers.',
  )
  await page.getByLabel('So what?').fill('It is the small things that make me feel like a physician.')
  await snap('mentee-reflections')
  await openTab(page, 'Overview')
  await page.getByRole('heading', { name: 'Goals' }).waitFor()
  await snap('mentee-overview')
  for (const name of NAMES) await addMentee(page, name)
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Mentees/ })
    .click()
  await page.getByRole('row', { name: 'Wei Zhang' }).waitFor()
  await snap('caseload')
  await page.getByRole('button', { name: 'Add mentee' }).click()
  await page.getByRole('button', { name: 'More fields' }).click()
  await snap('mentee-form')
  await page.keyboard.press('Escape')
  await openMentee(page, 'Amara Osei')
  await openTab(page, 'Goals')
  await page.getByRole('button', { name: 'Delete One evening a week without medicine' }).click()
  await page.getByText('The goal is in the bin.').waitFor()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Bin' }).click()
  await snap('bin')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click()
  await snap('settings')
  await lockAndSnap(page, snap)
  await device.quit()
}

const lockAndSnap = async (page: Page, snap: (name: string) => Promise<void>): Promise<void> => {
  await page.getByRole('button', { name: 'Lock' }).click()
  await page.getByRole('heading', { name: 'Unlock your vault' }).waitFor()
  await snap('unlock')
}
