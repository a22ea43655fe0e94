import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import { ok } from '../../../shared/base/result'
import {
  createHeader,
  type Header,
  headerToText,
  newKdfParameters,
} from '../../../shared/vault/header'
import { newKey } from '../../../shared/vault/keys'
import type { Database } from '../disk/database'
import { readHeader } from './vault-door'

beforeAll(() => sodium.ready)

const newHeader = (): Header =>
  createHeader({
    vaultKey: newKey(),
    passphraseKey: newKey(),
    kdf: newKdfParameters(),
    recoveryKey: newKey(),
    createdAt: '2026-11-28T00:00:00.000Z',
  })
const inEpoch = (header: Header, epoch: number): string =>
  headerToText({
    ...header,
    version: 2,
    epochs: { vaultRecord: 'r'.repeat(22), epoch, former: 'sealed' },
  })

/** The header's two places, and what they hold once it was read. */
const read = async (inFolder: string | null, inDatabase: string | undefined) => {
  const places = { folder: inFolder, database: inDatabase }
  const host = {
    header: {
      read: async () => places.folder,
      write: async (text: string) => {
        places.folder = text
        return ok(undefined)
      },
    },
  }
  const meta = {
    get: async () => (places.database === undefined ? undefined : { value: places.database }),
    put: async ({ value }: { readonly value: string }) => {
      places.database = value
    },
  }
  const header = await readHeader(host, { meta } as unknown as Database)
  return { header, ...places }
}

test('a header that one place has lost is in both again', async () => {
  const text = headerToText(newHeader())
  for (const [folder, database] of [
    [null, text],
    ['cut sho', text],
    [text, undefined],
    [text, 'cut sho'],
  ] as const) {
    const found = await read(folder, database)
    expect(found).toMatchObject({ header: { ok: true }, folder: text, database: text })
  }
  expect(await read('cut sho', undefined)).toMatchObject({ header: { error: 'damaged' } })
  expect(await read(null, undefined)).toMatchObject({ header: ok(null), folder: null })
})

test('of two the folder’s counts: the passphrase was changed, and the database not written any more', async () => {
  const [now, before] = [headerToText(newHeader()), headerToText(newHeader())]
  expect(await read(now, before)).toMatchObject({ folder: now, database: now })
})

test('a file of before a removal that was put back does not take the keys of after it along', async () => {
  const header = newHeader()
  const [before, after] = [headerToText(header), inEpoch(header, 3)]
  expect(await read(before, after)).toMatchObject({ folder: after, database: after })
  expect(await read(inEpoch(header, 2), after)).toMatchObject({ folder: after, database: after })
  // That of another vault was meant: a database has nothing to say of it.
  const other = headerToText(newHeader())
  expect(await read(other, after)).toMatchObject({ folder: other, database: other })
})
