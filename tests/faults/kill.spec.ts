/** The process dies at random moments; what was shown as saved is there, each time. */
import {
  addGoal,
  addMentee,
  createVault,
  type Device,
  expect,
  newNote,
  noteText,
  openMentee,
  openTab,
  test,
  unlock,
} from '../e2e/steps/device'

const KILLS_EACH = Number(process.env.KILLS ?? 4) / 2

const frame = (device: Device) =>
  device.page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )

/** Types until the process dies; `saved` collects what the screen said was saved. */
const typeUntilKilled = async (
  device: Device,
  round: number,
  saved: Set<string>,
): Promise<void> => {
  for (let index = 0; ; index++) {
    const token = `r${round}t${index}`
    await noteText(device.page).click()
    await device.page.keyboard.press('Control+End')
    await device.page.keyboard.type(`${token} `, { delay: Math.random() * 20 })
    // The frame after the typing says "Saving…"; from then on "Saved" speaks of this token, too.
    await frame(device)
    if (Math.random() < 0.7) {
      await expect(device.page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
      saved.add(token)
    }
  }
}

const addGoalsUntilKilled = async (
  device: Device,
  round: number,
  saved: Set<string>,
): Promise<void> => {
  for (let index = 0; ; index++) {
    const title = `Goal r${round}g${index}`
    await addGoal(device.page, title)
    // The dialog closes once the goal is stored.
    saved.add(title)
  }
}

/** Dies at a random moment after the first thing was saved, however slow the machine. */
const dieSoon = async (
  device: Device,
  work: Promise<void>,
  saved: ReadonlySet<string>,
): Promise<void> => {
  const ended = work.catch(() => undefined)
  const before = saved.size
  await expect.poll(() => saved.size, { intervals: [20], timeout: 60_000 }).toBeGreaterThan(before)
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 2000))
  await device.kill()
  await ended
}

for (const [what, work, tab] of [
  ['a note is typed', typeUntilKilled, 'Notes'],
  ['goals are added', addGoalsUntilKilled, 'Goals'],
] as const) {
  test(`SIGKILL while ${what}, ${KILLS_EACH} times`, async ({ start, profile }) => {
    test.setTimeout(60_000 + KILLS_EACH * 20_000)
    const saved = new Set<string>()
    let device = await start(profile)
    await createVault(device.page)
    await addMentee(device.page, 'Amara Osei')
    await newNote(device.page, 'Begun. ')
    for (let round = 0; round < KILLS_EACH; round++) {
      await openTab(device.page, tab)
      if (tab === 'Notes') await expect(noteText(device.page)).toBeVisible()
      await dieSoon(device, work(device, round, saved), saved)
      device = await start(profile)
      await unlock(device.page)
      await openMentee(device.page, 'Amara Osei')
      await openTab(device.page, tab)
      if (tab === 'Notes') await expect(noteText(device.page)).toBeVisible()
      const panel = device.page.getByRole('tabpanel')
      await expect
        .poll(async () => {
          const text = (await panel.textContent()) ?? ''
          return [...saved].filter((token) => !text.includes(token))
        })
        .toEqual([])
    }
  })
}
