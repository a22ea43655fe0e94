/** A relay that alters what it stores: both devices say what happened, lose nothing, and heal. */
import { ClassicLevel } from 'classic-level'
import * as Y from 'yjs'
import { startTestRelay } from '../../../relay/relay-process'
import {
  addGoal,
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
import { expectSynced, twoDevices, typeAt } from '../../steps/sync-steps'

/** Flips a bit in the ciphertext of the newest blobs of every stored room; ids and lengths stay. */
const flipBits = async (data: string): Promise<number> => {
  const level = new ClassicLevel<string, Uint8Array>(data, { valueEncoding: 'view' })
  let flipped = 0
  for await (const [key, value] of level.iterator({ gte: 'document/', lt: 'document0' })) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, value)
    const state = Buffer.from(value)
    for (const blob of doc.getArray<Uint8Array>('blobs').toArray().slice(-2)) {
      const at = state.indexOf(blob)
      if (at < 0) continue
      state[at + 70] = (state[at + 70] ?? 0) ^ 1
      flipped++
    }
    await level.put(key, new Uint8Array(state))
  }
  await level.close()
  return flipped
}

/** Flips bits anywhere, in ids and clocks too. */
const scramble = async (data: string): Promise<void> => {
  const level = new ClassicLevel<string, Uint8Array>(data, { valueEncoding: 'view' })
  for await (const [key, value] of level.iterator({ gte: 'document/', lt: 'document0' })) {
    const state = value.slice()
    for (let at = 3; at < state.length; at += 97) state[at] = (state[at] ?? 0) ^ 4
    await level.put(key, state)
  }
  await level.close()
}

test('bits flipped in stored blobs: said on both devices, nothing lost, healed', async ({
  start,
}) => {
  const profiles = [await newProfile(), await newProfile()] as const
  const relay = await startTestRelay()
  const { a, b } = await twoDevices(start, relay, profiles)
  await expectSynced(a)
  await expectSynced(b)
  await b.quit()
  await typeAt(a, 'End', ' Written while B was away.')
  await expectSaved(a.page)
  await addGoal(a.page, 'Goal through a bad relay')
  await expectSynced(a)
  await relay.stop()
  expect(await flipBits(relay.data)).toBeGreaterThan(0)

  const hostile = await startTestRelay({ data: relay.data, port: relay.port })
  const b2 = await start(profiles[1])
  await unlock(b2.page)
  await openMentee(b2.page, 'Amara Osei')
  await expect(b2.page.getByText('Some synced data arrived damaged')).toBeVisible({
    timeout: 60_000,
  })
  await openTab(b2.page, 'Notes')
  await expect(noteText(b2.page)).toContainText('Written while B was away.', { timeout: 60_000 })
  await openTab(b2.page, 'Goals')
  await expect(b2.page.getByRole('heading', { name: 'Goal through a bad relay' })).toBeVisible({
    timeout: 60_000,
  })
  await expect(b2.page.getByText(/sent again by another laptop/)).toBeVisible()
  await expect(a.page.getByText('Some data was damaged on its way through the relay')).toBeVisible()
  await hostile.stop()
})

test('a relay whose stored rooms are scrambled, ids and all: both devices keep everything and meet again', async ({
  start,
}) => {
  longWalk('tests/property/envelope.test.ts')
  const profiles = [await newProfile(), await newProfile()] as const
  const relay = await startTestRelay()
  const { a, b } = await twoDevices(start, relay, profiles)
  await expectSynced(a)
  await expectSynced(b)
  await relay.stop()
  await scramble(relay.data)
  await typeAt(a, 'End', ' From A.')
  await expectSaved(a.page)
  await typeAt(b, 'Home', 'From B. ')
  await expectSaved(b.page)
  const hostile = await startTestRelay({ data: relay.data, port: relay.port })
  for (const device of [a, b])
    await expect(noteText(device.page)).toHaveText('From B. Begun together. From A.', {
      timeout: 60_000,
    })
  await hostile.stop()
})
