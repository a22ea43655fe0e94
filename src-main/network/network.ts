/** The laptop's place in its network: as a relay for the coach's other laptop, and on its way to the relay that is set. */
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { HostScope } from '../../shared/bridge/host'
import type { Profile } from '../disk/profile'
import { privateAddresses } from './addresses'
import { createNetwork } from './ask-relay'
import { createSharer } from './own-relay'
import { ownRelayOf, prepareOwnRelay, settleOwnRelay } from './own-relay-setting'
import { createWhyUnreached } from './unreached'

export interface LaptopNetwork {
  readonly answers: HostScope<'network'>
  /** Runs this laptop's relay, or ends it, as the setting is now. */
  readonly follow: () => void
  /** At the start, before the page is told of the relay. */
  readonly begin: () => Promise<void>
  readonly end: () => Promise<void>
}

export const createLaptopNetwork = (
  directory: string,
  profile: Profile,
  /** Addresses to give out instead of the laptop's, for tests: a machine for tests may be on no private network. */
  given: readonly string[],
): LaptopNetwork => {
  const hosts = () => (given.length > 0 ? given : privateAddresses(networkInterfaces()))
  const sharer = createSharer({
    fork: () =>
      utilityProcess.fork(join(__dirname, 'relay.cjs'), [], {
        serviceName: 'Confidant relay',
        // What it says goes nowhere: its libraries name rooms.
        stdio: 'ignore',
      }),
    wanted: () => ownRelayOf(profile.get()),
    hosts,
    data: join(directory, 'shared-relay'),
  })
  return {
    answers: {
      ownRelay: () => prepareOwnRelay(profile),
      sharing: async () => sharer.state(),
      whyUnreached: createWhyUnreached(() => profile.get().relay, createNetwork()),
    },
    follow: sharer.follow,
    begin: async () => {
      await settleOwnRelay(profile)
      sharer.follow()
    },
    end: sharer.end,
  }
}
