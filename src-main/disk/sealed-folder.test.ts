import { mkdir, mkdtemp, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanFrames } from './frames'
import { createSealedFolder } from './sealed-folder'

const RECORD = 'r'.repeat(22)
const newFolder = async () => {
  const root = await mkdtemp(join(tmpdir(), 'confidant-sealed-'))
  return {
    root,
    folder: createSealedFolder(root, 'device-one'),
    file: join(root, 'device-one', `${RECORD}.sealed`),
  }
}
const blob = (byte: number, length = 50): Uint8Array => new Uint8Array(length).fill(byte)
const plain = (blobs: readonly Uint8Array[]) => blobs.map((bytes) => [...bytes])

test('what is appended is read back, also by the next start and from other devices’ files', async () => {
  const { root, folder } = await newFolder()
  await folder.append(RECORD, [blob(1), blob(2)])
  await folder.append(RECORD, [blob(3)])
  const other = createSealedFolder(root, 'device-two')
  await other.append(RECORD, [blob(4)])
  const { blobs, damaged } = await createSealedFolder(root, 'device-one').read(RECORD)
  expect(plain(blobs).sort()).toEqual(plain([blob(1), blob(2), blob(3), blob(4)]).sort())
  expect(damaged).toBe(0)
})

test('the tail names the last whole frame, after appending, replacing and restarting', async () => {
  const { root, folder } = await newFolder()
  const first = await folder.append(RECORD, [blob(1)])
  expect(await createSealedFolder(root, 'device-one').tails()).toEqual([
    { record: RECORD, tail: first.ok && first.value.tail },
  ])
  const second = await folder.replace(RECORD, [blob(5), blob(6)])
  const third = await folder.append(RECORD, [blob(7)])
  expect(second.ok && third.ok && second.value.tail !== third.value.tail).toBe(true)
  expect(plain((await folder.read(RECORD)).blobs)).toEqual(plain([blob(5), blob(6), blob(7)]))
  expect((await folder.tails())[0]?.tail).toBe(third.ok && third.value.tail)
})

test('a torn end costs the last frame only, and appending goes on after it', async () => {
  const { root, folder, file } = await newFolder()
  await folder.append(RECORD, [blob(1), blob(2)])
  await folder.close()
  await truncate(file, (await readFile(file)).length - 10)
  const again = createSealedFolder(root, 'device-one')
  await again.append(RECORD, [blob(3)])
  const { blobs, damaged } = await again.read(RECORD)
  expect(plain(blobs)).toEqual(plain([blob(1), blob(3)]))
  expect(damaged).toBeGreaterThan(0)
})

test('random damage: every frame that it does not touch is still read, and nothing is made up', async () => {
  const { folder, file } = await newFolder()
  const written = Array.from({ length: 20 }, (_, index) => blob(index + 1, 30 + index))
  await folder.append(RECORD, written)
  const whole = await readFile(file)
  fc.assert(
    fc.property(
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 255 }),
      (at, length, flip) => {
        const damaged = Buffer.from(whole)
        for (let position = at; position < Math.min(at + length, whole.length); position++)
          damaged[position] = (damaged[position] ?? 0) ^ flip
        const { blobs, newer } = scanFrames(damaged)
        const originals = new Set(plain(written).map(String))
        for (const found of blobs) expect(originals.has(String([...found]))).toBe(true)
        if (!newer && at >= 12) expect(blobs.length).toBeGreaterThanOrEqual(written.length - 4)
      },
    ),
    { numRuns: 1000 },
  )
})

test('a file of a newer format is neither read nor written', async () => {
  const { root, folder, file } = await newFolder()
  await folder.append(RECORD, [blob(1)])
  await folder.close()
  const bytes = await readFile(file)
  bytes[8] = 2
  await writeFile(file, bytes)
  const again = createSealedFolder(root, 'device-one')
  expect(await again.append(RECORD, [blob(2)])).toEqual({ ok: false, error: 'newer-format' })
  expect(await again.replace(RECORD, [blob(2)])).toEqual({ ok: false, error: 'newer-format' })
  expect(await again.remove(RECORD, ['0'.repeat(16)])).toEqual({ ok: false, error: 'newer-format' })
  expect(await readFile(file)).toEqual(bytes)
})

test('the header is replaced whole, and no half-written file stays', async () => {
  const { root, folder } = await newFolder()
  expect(await folder.readHeader()).toBe(null)
  await folder.writeHeader('one')
  await folder.writeHeader('two')
  expect(await folder.readHeader()).toBe('two')
  expect(await readdir(join(root, 'device-one'))).toEqual(['vault.json'])
})

test('a new header leaves none under an earlier id, which a replaced passphrase would still open', async () => {
  const { root, folder } = await newFolder()
  await folder.writeHeader('old')
  const again = createSealedFolder(root, 'device-two')
  await again.writeHeader('new')
  expect(await again.readHeader()).toBe('new')
  expect(await folder.readHeader()).toBe(null)
})

test('of a record only this id’s file is left, without what a crash left beside the others', async () => {
  const { root, folder, file } = await newFolder()
  await folder.append(RECORD, [blob(1)])
  await writeFile(`${file}.part`, 'half')
  const again = createSealedFolder(root, 'device-two')
  await again.append(RECORD, [blob(2)])
  await again.keepOwn(RECORD)
  expect(plain((await again.read(RECORD)).blobs)).toEqual(plain([blob(2)]))
  expect(await readdir(join(root, 'device-one'))).toEqual([])
})

test('a file that cannot be read is said to differ, and keeps nobody from the others', async () => {
  const { root, folder, file } = await newFolder()
  const other = 's'.repeat(22)
  const written = await folder.append(other, [blob(1)])
  await mkdir(file)
  expect(await createSealedFolder(root, 'device-one').tails()).toEqual([
    { record: RECORD, tail: 'unreadable' },
    { record: other, tail: written.ok && written.value.tail },
  ])
  await expect(folder.read(RECORD)).rejects.toThrow()
})
