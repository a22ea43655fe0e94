/** Records on two (or more) devices, for tests of merging: what each writes apart, then what both hold. */

import { expect } from 'vitest'
import * as Y from 'yjs'
import { createRisingClock } from '../../shared/base/clock'
import { createRecord } from '../../shared/crdt/record-clock'
import { createProjector, type RecordProjection } from '../../shared/model/projection'
import { createMentee, menteeProfile } from '../../shared/model/record/mentee'

export const TODAY = '2026-11-24'

/** One for all: what a device makes after another one did is later, also within a millisecond. */
const clock = createRisingClock(Date.now)

export const newRecord = (): Y.Doc => {
  const record = createRecord(clock)
  createMentee(record, { ...menteeProfile.empty, name: 'Amara Osei', classYear: 2029 })
  return record
}

export const twin = (record: Y.Doc): Y.Doc => {
  const copy = createRecord(clock)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(record))
  return copy
}

/** Every device gets what every other one has. */
export const meet = (...devices: readonly Y.Doc[]): void => {
  for (const from of devices)
    for (const to of devices) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
  for (const from of devices)
    for (const to of devices) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
}

export const read = (record: Y.Doc): RecordProjection => {
  const projector = createProjector('r', record)
  const projection = projector.project()
  projector.destroy()
  return projection
}

/** All of them read the same. */
export const expectSame = (...devices: readonly Y.Doc[]): void => {
  const [first, ...others] = devices.map(read)
  for (const other of others) expect(other).toEqual(first)
}
