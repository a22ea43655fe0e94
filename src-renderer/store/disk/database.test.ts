/** Opening the database: what is deleted, and what never is. */
import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { ACCESS_END, matchEpoch, openDatabase } from './database'

const ROOM = async (): Promise<number> => 1e12
let indexedDB: IDBFactory

const fill = async (): Promise<void> => {
  const opened = await openDatabase(ROOM)
  if (!('database' in opened)) throw new Error('does not open')
  await opened.database.meta.put({ key: 'mark', value: 'still here' })
  opened.database.close()
}
const mark = async (): Promise<unknown> => {
  const opened = await openDatabase(ROOM)
  if (!('database' in opened)) throw new Error('does not open')
  const value = (await opened.database.meta.get('mark'))?.value
  opened.database.close()
  return value
}

/** Every opening fails with an error of this name, as Chromium reports it. */
const failWith = (name: string, times = Number.POSITIVE_INFINITY) => {
  let left = times
  const real = indexedDB.open.bind(indexedDB)
  return vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
    if (left-- <= 0) return real(...given)
    const request = {
      error: new DOMException('', name),
      result: undefined,
    } as unknown as IDBOpenDBRequest
    const event = {
      type: 'error',
      target: request,
      preventDefault: () => undefined,
      stopPropagation: () => undefined,
    }
    setTimeout(() => request.onerror?.(event as unknown as Event), 0)
    return request
  })
}

beforeEach(async () => {
  indexedDB = new IDBFactory()
  Dexie.dependencies.indexedDB = indexedDB
  await fill()
})

test('a store that Chromium cannot read is made again, and says why', async () => {
  const failing = failWith('UnknownError')
  const remove = indexedDB.deleteDatabase.bind(indexedDB)
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((...given) => {
    failing.mockRestore()
    return remove(...given)
  })
  const opened = await openDatabase(ROOM)
  expect(opened).toMatchObject({ damaged: 'UnknownError' })
  if ('database' in opened) opened.database.close()
  expect(await mark()).toBeUndefined()
})

test.each([
  'QuotaExceededError',
  'AbortError',
  'InvalidStateError',
  'TimeoutError',
  'SecurityError',
])('%s says nothing against the data: nothing is deleted', async (name) => {
  const failing = failWith(name)
  expect(await openDatabase(ROOM)).toEqual({
    problem: name === 'QuotaExceededError' ? 'no-room' : 'cannot-open',
  })
  failing.mockRestore()
  expect(await mark()).toBe('still here')
})

test('a disk without room makes a store unreadable as well, and that is no damage', async () => {
  const failing = failWith('UnknownError')
  expect(await openDatabase(async () => 1000)).toEqual({ problem: 'no-room' })
  failing.mockRestore()
  expect(await mark()).toBe('still here')
})

test('what is passing has passed a moment later', async () => {
  const failing = failWith('AbortError', 1)
  const opened = await openDatabase(ROOM)
  expect(opened).toMatchObject({ damaged: '' })
  if ('database' in opened) opened.database.close()
  failing.mockRestore()
  expect(await mark()).toBe('still here')
})

test('a restore forgets where the record of access ended: the folder now holds one of another time', async () => {
  const opened = await openDatabase(ROOM)
  if (!('database' in opened)) throw new Error('does not open')
  const { database } = opened
  await database.meta.put({ key: ACCESS_END, value: new Uint8Array(3) })
  await matchEpoch(database, '')
  expect(await database.meta.get(ACCESS_END)).toBeDefined()
  await matchEpoch(database, 'restored')
  expect(await database.meta.get(ACCESS_END)).toBeUndefined()
  database.close()
})
