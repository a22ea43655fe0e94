import fc from 'fast-check'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, test } from 'vitest'
import { honestHistory, hostileHistory } from './envelope-histories'

beforeAll(() => sodium.ready)

/** More on request: `HISTORIES=20000 npm run unit -- envelope`. fast-check prints seed and path of a failure. */
const numRuns = Number(process.env.HISTORIES ?? 2000)

test('honest relay: all devices converge, no acknowledged edit is lost, a cold device sees the same', () => {
  fc.assert(honestHistory, { numRuns })
})

test('hostile relay: blobs tampered, forged, dropped and rolled back lose nothing and are healed', () => {
  fc.assert(hostileHistory, { numRuns })
})
