/** One of several relays behind a load balancer: PostgreSQL keeps what they share, Redis makes it quick. */

import type { Log } from '../log'
import type { RelayOptions } from '../options'
import type { Cluster } from '../relay'
import { openCoaches } from './coaches'
import { openDatabase } from './database'
import { connectRelays } from './redis'
import { createClusterStorage } from './storage'

/** Turns in which rooms are read before the coaches are. */
const COACHES_EVERY = 5

export const openCluster = async (
  url: string,
  { redis, maxRooms, maxRate, maxBytesRate, catchUpMs }: RelayOptions,
  log: Log,
): Promise<Cluster> => {
  const database = await openDatabase(url, log)
  const coaches = await openCoaches(database, {
    refreshMs: COACHES_EVERY * catchUpMs,
    maxRate,
    maxBytesRate,
  })
  const between = redis === undefined ? undefined : await connectRelays(redis, log)
  return {
    storage: createClusterStorage(database, coaches, maxRooms, log),
    extensions: between === undefined ? [] : [between.extension],
    isReady: async () => {
      await database.query('select 1')
      return true
    },
    close: () => between?.close(),
  }
}
