/** A laptop whose disk was copied to another one, in the real app: said on both, and one takes an id of its own. */
import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  addGoal,
  addMentee,
  createVault,
  type Device,
  expect,
  lock,
  newProfile,
  openMentee,
  openTab,
  test,
  unlock,
} from '../e2e/steps/device'
import { connect, expectSynced } from '../e2e/steps/sync-steps'
import { startTestRelay } from '../relay/relay-process'

const idOf = async (profile: string): Promise<string> => {
  const text = await readFile(join(profile, 'confidant.json'), 'utf8')
  return (JSON.parse(text) as { deviceId: string }).deviceId
}

test('a copied laptop: both say so, nothing is lost, and one of them goes on under an id of its own', async ({
  start,
}) => {
  const relay = await startTestRelay()
  const profiles = [await newProfile(), await newProfile()] as const
  const first = await start(profiles[0])
  await createVault(first.page)
  await addMentee(first.page, 'Amara Osei')
  await connect(first, relay.address)
  await expectSynced(first)
  await first.quit()
  await cp(profiles[0], profiles[1], { recursive: true })
  const before = await idOf(profiles[0])
  expect(await idOf(profiles[1])).toBe(before)

  const devices: Device[] = []
  for (const profile of profiles) {
    const device = await start(profile)
    await unlock(device.page)
    await openMentee(device.page, 'Amara Osei')
    devices.push(device)
  }
  for (const [at, device] of devices.entries()) await addGoal(device.page, `Goal of laptop ${at}`)
  // Each repeats itself every quarter of a minute; then both know.
  for (const { page } of devices)
    await expect(page.getByText('Two laptops with one ID')).toBeVisible({ timeout: 45_000 })
  for (const { page } of devices) {
    await openTab(page, 'Goals')
    for (const at of [0, 1])
      await expect(page.getByRole('heading', { name: `Goal of laptop ${at}` })).toBeVisible()
    await lock(page)
    await unlock(page)
    await openMentee(page, 'Amara Osei')
    await openTab(page, 'Goals')
    for (const at of [0, 1])
      await expect(page.getByRole('heading', { name: `Goal of laptop ${at}` })).toBeVisible()
  }
  const ids = await Promise.all(profiles.map(idOf))
  expect(new Set(ids).size).toBe(2)
  expect(ids).toContain(before)
  for (const [at, profile] of profiles.entries())
    expect(await readdir(join(profile, 'sealed'))).toContain(ids[at])
  await relay.stop()
})
