import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { finishNewDeviceId } from './device-id'
import { openProfile } from './profile'
import { HEADER_FILE } from './sealed-folder'

const FORMER = 'f'.repeat(22)

const withFolder = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'confidant-id-'))
  await mkdir(join(directory, 'sealed', FORMER), { recursive: true })
  await writeFile(join(directory, 'sealed', FORMER, HEADER_FILE), 'the header')
  await writeFile(join(directory, 'sealed', FORMER, 'record.sealed'), 'a record')
  return directory
}

test('a laptop whose confidant.json was lost takes along what it wrote under the id of before, the header too', async () => {
  const directory = await withFolder()
  const profile = openProfile(directory)
  await finishNewDeviceId(directory, profile)
  const { deviceId } = profile.get()
  expect(await readdir(join(directory, 'sealed'))).toEqual([deviceId])
  expect((await readdir(join(directory, 'sealed', deviceId))).sort()).toEqual([
    'record.sealed',
    HEADER_FILE,
  ])
})

test('where this id has a header of its own, what others wrote stays theirs', async () => {
  const directory = await withFolder()
  const profile = openProfile(directory)
  const own = join(directory, 'sealed', profile.get().deviceId)
  await mkdir(own)
  await writeFile(join(own, HEADER_FILE), 'its own')
  await finishNewDeviceId(directory, profile)
  expect(await readFile(join(own, HEADER_FILE), 'utf8')).toBe('its own')
  expect(await readdir(join(directory, 'sealed', FORMER))).toContain('record.sealed')
})
