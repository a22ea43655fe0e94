import fc from 'fast-check'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, test } from 'vitest'
import { HOSTILE, honestHistory, hostileHistoryOf } from './envelope-histories'

beforeAll(() => sodium.ready)

/** More on request: `HISTORIES=20000 npm run unit -- envelope`. fast-check prints seed and path of a failure. */
const numRuns = Number(process.env.HISTORIES ?? 500)

test('honest relay: all devices converge, no acknowledged edit is lost, a cold device sees the same', () => {
  fc.assert(honestHistory, { numRuns })
})

test('hostile relay: what it forges, keeps back, shows to some, drops and rolls back loses nothing, and all devices end equal', () => {
  fc.assert(hostileHistoryOf(HOSTILE), { numRuns })
})
