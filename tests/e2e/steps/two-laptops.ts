/** Two laptops of one coach through the years: closed until a later day, and often without a network. */
import { cp } from 'node:fs/promises'
import type { Locator } from 'playwright/test'
import { daysBetween } from '../../../shared/base/day'
import { startTestRelay } from '../../relay/relay-process'
import { press, unlockByKey } from './by-keyboard'
import { type Device, expect, launch, newProfile, PASSPHRASE, unlock } from './device'
import { setClockWrong } from './ending-steps'
import { connect, expectSynced, pair, sync } from './sync-steps'
import { hasten } from './write-vault'

const DAY_MS = 24 * 3600_000
/** After so many days in which nobody opened the vault it asks about the date (shared/model/caseload/seen-day.ts). */
const ASKED_AFTER_DAYS = 31

export interface Laptops {
  readonly home: Device
  readonly clinic: Device
  /** Both are locked until a later day. */
  readonly later: (day: string) => Promise<void>
  /** What is done on either without a network is on both when it is back. */
  readonly apart: (work: () => Promise<void>) => Promise<void>
}

const wakeOn = async ({ page }: Device, day: string): Promise<void> => {
  const now = await page.evaluate(() => Date.now())
  await setClockWrong(page, (Date.parse(`${day}T09:00`) - now) / DAY_MS)
  await unlockByKey(page)
}

/** Pairs them on an empty vault and closes both. */
export const pairLaptops = async (prepared: string) => {
  const profiles = [await newProfile(), await newProfile()] as const
  let relay = await startTestRelay()
  await cp(prepared, profiles[0], { recursive: true })
  const [home, clinic] = [await launch(profiles[0]), await launch(profiles[1])]
  await unlock(home.page)
  await connect(home, relay.address)
  await pair(home, clinic, relay.address)
  await expectSynced(clinic)
  await home.quit()
  await clinic.quit()
  await hasten(profiles[1], PASSPHRASE)

  /** The day that the vault was last open; at first, whichever it is today. */
  let lastDay: string | undefined

  /** After weeks the first laptop asks about the date, and the other one has the answer from it. */
  const openOn = async (both: readonly [Device, Device], day: string): Promise<void> => {
    await Promise.all(both.map((laptop) => wakeOn(laptop, day)))
    const question = ({ page }: Device): Locator => page.getByText('Is the date right?')
    if (lastDay === undefined || daysBetween(lastDay, day) > ASKED_AFTER_DAYS) {
      await expect(question(both[0])).toBeVisible()
      await press(both[0].page, 'The date is right')
    }
    for (const laptop of both) await expect(question(laptop)).toBeHidden()
    lastDay = day
  }

  return {
    stop: (): Promise<void> => relay.stop(),
    open: async (start: (profile: string) => Promise<Device>, day: string): Promise<Laptops> => {
      const both = await Promise.all([start(profiles[0]), start(profiles[1])])
      await openOn(both, day)
      return {
        home: both[0],
        clinic: both[1],
        later: async (next) => {
          for (const laptop of both) {
            await expectSynced(laptop)
            await laptop.page.keyboard.press('Control+l')
            await laptop.page.getByRole('heading', { name: 'Unlock your vault' }).waitFor()
          }
          await openOn(both, next)
        },
        apart: async (work) => {
          for (const laptop of both) await expectSynced(laptop)
          await relay.stop()
          for (const laptop of both) await expect(sync(laptop)).toContainText('Offline')
          await work()
          relay = await startTestRelay({ data: relay.data, port: relay.port })
          for (const laptop of both) await expectSynced(laptop)
        },
      }
    },
  }
}
