/** The engine's documents, as the relay has them made. */
import { expect, test } from 'vitest'
import { openRooms } from '../../src-relay/rooms'
import type { Storage } from '../../src-relay/storage'

const NO_STORAGE: Storage = {
  ...{ admit: async () => 'refused', load: async () => 0, forget: () => undefined },
  ...{ draft: () => ({ bytes: 0, write: async () => 'stored' }), expire: async () => 0 },
  close: async () => undefined,
}

test('a room’s document has no guid made up for it', async () => {
  const most = 1_000_000
  const limits = { maxMessageBytes: most, maxUnstoredBytes: most, maxRoomBytes: most }
  const times = { retryMs: most, catchUpMs: most, maxOpenBytes: most }
  const nothing = { stored: () => undefined, dropped: () => undefined }
  const rooms = openRooms(NO_STORAGE, { ...limits, ...times }, () => undefined, nothing)
  const visit = await rooms.engine.openDirectConnection('room')
  expect(visit.document?.guid).toBe('')
  await visit.disconnect()
  await rooms.close()
})
