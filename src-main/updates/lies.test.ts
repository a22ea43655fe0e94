/** A server that lies: what it offers is what was signed, and what is kept of what it sends is what was offered. */
import { rmSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NO_SMALL_DISK, smallDisk } from '../../tests/steps/small-disk'
import { fileNamed, listOf, newKey, signedList } from '../../tests/steps/update-server'
import {
  FILE,
  LIST,
  leftIn,
  makers,
  NAME,
  NEW,
  offer,
  openUpdates,
  server,
} from '../../tests/steps/updates'
import { isNewer } from './release-list'
import type { UpdateParts } from './updates'

describe('a list that lies', () => {
  const said = async (page: string) => {
    server.pages.set(LIST, page)
    const { answers } = openUpdates()
    const { step, problem } = await answers.look()
    return [step, problem]
  }
  const list = listOf('0.4.0', [fileNamed(NAME, NEW)])

  test('signed by somebody else, by nobody, or altered after it was signed', async () => {
    const good = JSON.parse(signedList(list, makers.privateKey)) as {
      signature: string
      signed: string
    }
    for (const page of [
      signedList(list, newKey().privateKey),
      JSON.stringify({ ...good, signature: '' }),
      JSON.stringify({ ...good, signature: 'AAAA' }),
      JSON.stringify({ ...good, signed: good.signed.replace('0.4.0', '0.5.0') }),
      JSON.stringify({ ...good, signed: `${good.signed} ` }),
    ])
      expect(await said(page)).toEqual(['rest', 'not-signed'])
    expect(await said(JSON.stringify(good))).toEqual(['offered', null])
  })

  test('an older version, or the one that runs, replaces nothing', async () => {
    for (const version of ['0.3.0', '0.2.9', '0.0.99'])
      expect(
        await said(signedList(listOf(version, [fileNamed(NAME, NEW)]), makers.privateKey)),
      ).toEqual(['rest', null])
  })

  test('a version by numbers, not by letters', () => {
    expect(isNewer('0.10.0', '0.9.9')).toBe(true)
    expect(isNewer('1.0.0', '0.99.99')).toBe(true)
    expect(isNewer('0.9.9', '0.10.0')).toBe(false)
    expect(isNewer('0.3.0', '0.3.0')).toBe(false)
  })

  test('a file of another system, of another machine, or with a path for a name is not ours', async () => {
    for (const more of [
      { kind: 'nsis' },
      { kind: 'flatpak' },
      { arch: 'arm64' },
      { name: '../../etc/passwd' },
      { name: 'https://elsewhere.example/x.deb' },
      { bytes: -1 },
    ])
      expect(
        await said(signedList(listOf('0.4.0', [fileNamed(NAME, NEW, more)]), makers.privateKey)),
      ).toEqual(['rest', null])
  })

  test('a page that is no list, an error, and a list without an end', async () => {
    expect(await said('<html>Sign in</html>')).toEqual(['rest', 'unreachable'])
    server.pages.clear()
    expect((await openUpdates().answers.look()).problem).toBe('unreachable')
    let sent = 0
    server.pages.set(LIST, (request, response) => {
      const more = (): void => {
        sent += 65_536
        if (!request.destroyed) response.write('x'.repeat(65_536), () => setImmediate(more))
      }
      more()
    })
    expect((await openUpdates().answers.look()).problem).toBe('unreachable')
    expect(sent).toBeLessThan(64 * 1024 * 1024)
  })

  test('one that sends elsewhere is not followed', async () => {
    offer()
    server.pages.set('/confidant/moved', signedList(list, makers.privateKey))
    server.pages.set(LIST, (_request, response) =>
      response.writeHead(302, { location: '/confidant/moved' }).end(),
    )
    expect((await openUpdates().answers.look()).problem).toBe('elsewhere')
    expect(server.asked).not.toContain('/confidant/moved')
  })
})

describe('a file that lies', () => {
  const fetchedFrom = async (
    page: Parameters<typeof server.pages.set>[1],
    more: Partial<UpdateParts> = {},
  ) => {
    offer()
    server.pages.set(FILE, page)
    const { answers, fetched, folder, updates, done } = openUpdates(more)
    await answers.look()
    const { step, problem } = await fetched()
    expect(leftIn(folder)).toEqual([])
    await updates.end(true)
    expect(done).toEqual(['offered'])
    return [step, problem]
  }

  test('altered, cut off, or longer', async () => {
    const altered = Buffer.from(NEW)
    altered[1000] = (altered[1000] ?? 0) ^ 1
    expect(await fetchedFrom(altered)).toEqual(['offered', 'not-as-listed'])
    expect(await fetchedFrom(NEW.subarray(0, -1))).toEqual(['offered', 'not-as-listed'])
    expect(await fetchedFrom(Buffer.concat([NEW, Buffer.from('x')]))).toEqual([
      'offered',
      'not-as-listed',
    ])
  })

  test('broken off in the middle, or silent', async () => {
    expect(
      await fetchedFrom((_request, response) => {
        response.writeHead(200, { 'content-length': NEW.length })
        response.write(NEW.subarray(0, 1000), () => response.destroy())
      }),
    ).toEqual(['offered', 'unreachable'])
    expect(
      await fetchedFrom((_request, response) => response.write(NEW.subarray(0, 1000)), {
        silenceMs: 2000,
      }),
    ).toEqual(['offered', 'unreachable'])
  })

  test('without an end: no more of it than was promised is taken', async () => {
    let sent = 0
    const page = (
      request: { readonly destroyed: boolean },
      response: NodeJS.WritableStream,
    ): void => {
      const more = (): void => {
        sent += 65_536
        if (!request.destroyed) response.write(Buffer.alloc(65_536), () => setImmediate(more))
      }
      more()
    }
    expect(await fetchedFrom(page as never)).toEqual(['offered', 'not-as-listed'])
    expect(sent).toBeLessThan(64 * 1024 * 1024)
  })

  test('sent elsewhere', async () => {
    server.pages.set('/other', NEW)
    expect(
      await fetchedFrom((_request, response) =>
        response.writeHead(302, { location: '/other' }).end(),
      ),
    ).toEqual(['offered', 'elsewhere'])
    expect(server.asked).not.toContain('/other')
  })
})

test('a disk that is full: said, nothing of it is left, and it works once there is room', async ({
  skip,
}) => {
  const disk = smallDisk(1)
  if (disk === undefined) return skip(NO_SMALL_DISK)
  try {
    const filler = join(disk.path, 'filler')
    await writeFile(filler, Buffer.alloc(900_000))
    offer()
    const { answers, fetched, folder } = openUpdates({ folder: join(disk.path, 'updates') })
    await answers.look()
    expect(await fetched()).toMatchObject({ step: 'offered', problem: 'disk-full' })
    expect(leftIn(folder)).toEqual([])
    rmSync(filler)
    expect(await fetched()).toMatchObject({ step: 'ready', problem: null })
    expect(statSync(join(folder, NAME)).size).toBe(NEW.length)
  } finally {
    disk.remove()
  }
})
