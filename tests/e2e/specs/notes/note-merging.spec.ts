/** One note on two laptops: what one formats, joins and splits while the other types into it offline is all there. */
import { startTestRelay } from '../../../relay/relay-process'
import {
  type Device,
  expect,
  expectSaved,
  longWalk,
  newProfile,
  noteText,
  openMentee,
  openTab,
  test,
  unlock,
} from '../../steps/device'
import { expectSynced, sync, twoDevices } from '../../steps/sync-steps'

const openNote = async (device: Device): Promise<void> => {
  await openMentee(device.page, 'Amara Osei')
  await openTab(device.page, 'Notes')
  await noteText(device.page).click()
}
const press = async ({ page }: Device, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const offline = async (
  relay: { readonly stop: () => Promise<unknown> },
  devices: readonly Device[],
) => {
  await relay.stop()
  for (const device of devices) await expect(sync(device)).toContainText('Offline')
}
/** As the screen has it: a line a line, a task with its tick. */
const linesOf = ({ page }: Device): Promise<readonly string[]> =>
  noteText(page)
    .locator('[data-line]')
    .evaluateAll((lines) =>
      lines.map((line) => {
        const tick = line.querySelector<HTMLInputElement>('input[type="checkbox"]')
        return `${line.getAttribute('data-line')}${tick === null ? '' : tick.checked ? '✓' : '○'} ${line.textContent}`
      }),
    )

test('one laptop tidies a note up while the other types into it, offline: every word is there, either way round', async ({
  start,
}) => {
  longWalk('tests/property/note-text.test.ts')
  const profiles = [await newProfile(), await newProfile()] as const
  let relay = await startTestRelay()
  const { a, b } = await twoDevices(start, relay, profiles)
  await openNote(a)
  await press(a, 'Control+a')
  await a.page.keyboard.type('Plan\nsleep by eleven\ncall the registrar\nThe end.')
  await expectSaved(a.page)
  await expectSynced(a)
  await expect(noteText(b.page)).toContainText('call the registrar')

  for (const [tidies, types] of [
    [a, b],
    [b, a],
  ] as const) {
    await offline(relay, [a, b])
    // A heading, tasks with one done, and the last two lines as one.
    await openNote(tidies)
    await press(
      tidies,
      'Control+Home',
      'Control+Alt+2',
      'ArrowDown',
      'Control+Shift+9',
      'ArrowDown',
      'Control+Shift+9',
    )
    await press(tidies, 'Control+End', 'Home', 'Backspace')
    await expectSaved(tidies.page)
    // Into each of the four lines.
    await openNote(types)
    await press(types, 'Control+Home', 'End')
    await types.page.keyboard.type(' for October')
    await press(types, 'ArrowDown', 'Home')
    await types.page.keyboard.type('always ')
    await press(types, 'ArrowDown', 'End')
    await types.page.keyboard.type(' on Monday')
    await press(types, 'Control+End')
    await types.page.keyboard.type(' Rest.')
    await expectSaved(types.page)

    relay = await startTestRelay({ data: relay.data, port: relay.port })
    // Both first: one of them may wait longer until it tries the relay again.
    for (const device of [a, b]) await expectSynced(device)
    for (const device of [a, b])
      await expect
        .poll(() => linesOf(device))
        .toEqual([
          'heading2 Plan for October',
          'task○ always sleep by eleven',
          'task○ call the registrar on MondayThe end. Rest.',
        ])
    // As it was, for the other way round.
    await openNote(a)
    await press(a, 'Control+a')
    await a.page.keyboard.type('Plan\nsleep by eleven\ncall the registrar\nThe end.')
    await press(a, 'Control+a', 'Control+Alt+0')
    await expectSaved(a.page)
    await expectSynced(a)
    await expect
      .poll(() => linesOf(b))
      .toEqual([
        'paragraph Plan',
        'paragraph sleep by eleven',
        'paragraph call the registrar',
        'paragraph The end.',
      ])
  }
  await relay.stop()
})

test('the same when one laptop is killed in between and the other goes on: nothing that was saved is gone', async ({
  start,
}) => {
  longWalk('tests/faults/kill.spec.ts and tests/property/note-text.test.ts')
  const profiles = [await newProfile(), await newProfile()] as const
  const relay = await startTestRelay()
  const { a, b } = await twoDevices(start, relay, profiles)
  await offline(relay, [a, b])
  await openNote(a)
  await press(a, 'Control+End')
  await a.page.keyboard.type('\nAt home: two points.')
  await press(a, 'Control+Shift+8')
  await a.page.keyboard.type('\nSecond point.')
  await expectSaved(a.page)
  await openNote(b)
  await press(b, 'Control+End')
  await b.page.keyboard.type(' In the clinic.')
  await press(b, 'Control+Alt+2')
  await expectSaved(b.page)
  await a.kill()
  await b.page.keyboard.type(' And later.')
  await expectSaved(b.page)

  const again = await startTestRelay({ data: relay.data, port: relay.port })
  const a2 = await start(profiles[0])
  await unlock(a2.page)
  for (const device of [a2, b]) {
    await expectSynced(device)
    await openNote(device)
    await expect
      .poll(() => linesOf(device))
      .toEqual([
        'heading2 Begun together. In the clinic. And later.',
        'bullet At home: two points.',
        'bullet Second point.',
      ])
  }
  await again.stop()
})
