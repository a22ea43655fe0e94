/** What removed laptops have written since: counted against what is here, and remembered over sessions. */
import sodium from 'libsodium-wrappers-sumo'
import { expect, test } from 'vitest'
import type { KeyRing } from '../../../shared/vault/key-ring'
import type { Database } from '../disk/database'
import { emptyReadModel } from './read-model'
import { createRefused } from './refused'

const open = async (rows = new Map<string, unknown>()) => {
  await sodium.ready
  const closing = new AbortController()
  let said = emptyReadModel().refused
  const refused = createRefused(
    {
      meta: {
        get: async (key: string) => rows.get(key),
        put: async (row: { readonly key: string }) => void rows.set(row.key, row),
      },
    } as unknown as Database,
    new Uint8Array(32),
    { chain: [{ removed: ['lost', 'stolen'] }] } as unknown as KeyRing,
    {
      setState: (now: { readonly refused: typeof said }) => {
        said = now.refused
      },
    } as unknown as Parameters<typeof createRefused>[3],
    closing.signal,
  )
  await refused.ready
  return { rows, refused, said: () => said, close: () => closing.abort() }
}
type Changes = Parameters<Awaited<ReturnType<typeof open>>['refused']['note']>[1]
const NOTHING: Changes = new Map()

test('only what removed laptops made and is not here is counted, once, over all records', async () => {
  const { refused, said } = await open()
  const held: Changes = new Map([['lost', [[1, 3]]]])
  const seen: Changes = new Map([
    ['lost', [[1, 6]]],
    ['home', [[1, 9]]],
  ])
  refused.note('amara', seen, held)
  refused.note('amara', seen, held)
  refused.note('wei', new Map([['stolen', [[4, 5]]]]), NOTHING)
  refused.note('vault', new Map([['lost', [[1, 2]]]]), NOTHING)
  expect(said()).toEqual({ lost: 4, stolen: 1 })
})

test('what comes by another way after all is taken off again', async () => {
  const { refused, said } = await open()
  refused.note('amara', new Map([['lost', [[1, 4]]]]), NOTHING)
  refused.note('amara', NOTHING, new Map([['lost', [[1, 3]]]]))
  expect(said()).toEqual({ lost: 1 })
  refused.note('amara', NOTHING, new Map([['lost', [[1, 4]]]]))
  expect(said()).toEqual({})
  expect(refused.records()).toEqual([])
})

test('it is remembered until the vault is closed, sealed, with the files that were counted; those of another place stay', async () => {
  const { rows, refused, close } = await open()
  refused.note('amara', new Map([['lost', [[7, 9]]]]), NOTHING)
  refused.counted('place', ['place a', 'place b'])
  refused.counted('other', ['other c'])
  refused.counted('place', ['place b'])
  await Promise.resolve()
  expect(JSON.stringify([...rows.values()])).not.toContain('amara')
  const row = rows.get('refused')
  close()
  refused.note('amara', new Map([['lost', [[9, 10]]]]), NOTHING)
  expect(rows.get('refused')).toBe(row)
  const again = await open(rows)
  expect(again.said()).toEqual({ lost: 2 })
  expect(['place a', 'place b', 'other c'].map(again.refused.isCounted)).toEqual([
    false,
    true,
    true,
  ])
})
