/**
 * The record of access: who could have seen this, and when. Each entry is sealed and appended, flushed, to a file of
 * the sealed folder that is this laptop's own; nothing of it is synced. The entries are a chain (access-chain.ts), whose
 * end is noted, sealed, in the database: after the entry is on the disk, so that a crash in between cuts nothing.
 *
 * After a laptop was removed it goes on in another file, under the new epoch's key; the chain goes on through both.
 */
import { toBase64UrlEncoded } from 'lib0/buffer'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import * as v from 'valibot'
import type { Host } from '../../../shared/bridge/host'
import { deriveBytes } from '../../../shared/vault/keys'
import { createSealer, type Sealer } from '../../../shared/vault/seal'
import { type End, endOf, type Gap, gapsIn, inOrder, type Link } from './access-chain'
import { ACCESS_END, type Database } from './database'

const ACCESS_KINDS = [
  'unlocked',
  'unlocked-recovery',
  'unlocked-keychain',
  'wrong-passphrase',
  'letter-box-changed',
  'passphrase-changed',
  'recovery-shown',
  'recovery-replaced',
  'keychain-on',
  'keychain-off',
  'laptop-granted',
  'laptop-refused',
  'laptop-added',
  'laptop-gone',
  'laptop-removed',
  'removal-followed',
  'backup',
  'restored',
  'exported',
  'handed-over',
  'handed-over-in',
  'case-sent',
  'case-read',
  'erased',
  'database-remade',
  'rolled-back',
  'own-id-taken',
  'taken-up',
] as const
export type AccessKind = (typeof ACCESS_KINDS)[number]

const Entry = v.object({ at: v.string(), kind: v.picklist(ACCESS_KINDS), detail: v.string() })
export type AccessEntry = v.InferOutput<typeof Entry>

/** Of an entry of any version: a kind that only a newer Confidant knows is a link of the chain, too. */
const Linked = v.object({
  at: v.string(),
  n: v.optional(v.number()),
  before: v.optional(v.string()),
})
const Noted = v.object({ n: v.number(), hash: v.string() })

/** Some years of unlocking ten times a day; the oldest go first. */
const MOST_ENTRIES = 5000
const HASH_BYTES = 16

export interface AccessLog {
  readonly add: (kind: AccessKind, detail?: string, at?: string) => Promise<void>
  /** Newest first. */
  readonly read: () => Promise<readonly AccessEntry[]>
  /** Where entries are missing, from the first to the last. */
  readonly gaps: () => Promise<readonly Gap[]>
}

interface Found extends Link {
  readonly blob: Uint8Array
  readonly file: string
  readonly entry: AccessEntry | undefined
}

interface LogFile {
  readonly file: string
  readonly entries: Sealer
  readonly end: Sealer
}

const fileUnder = (vaultKey: Uint8Array): LogFile => {
  const key = deriveBytes(vaultKey, 'access-log-key')
  return {
    file: toBase64UrlEncoded(deriveBytes(vaultKey, 'access-log', 16)),
    entries: createSealer(key, 'access-log'),
    end: createSealer(key, 'access-log-end'),
  }
}

const hashOf = (blob: Uint8Array): string =>
  toBase64UrlEncoded(sodium.crypto_generichash(HASH_BYTES, blob, null))

export const createAccessLog = (
  host: { readonly folder: Pick<Host['folder'], 'read' | 'append' | 'replace'> },
  database: Pick<Database, 'meta'>,
  vaultKey: Uint8Array,
  most = MOST_ENTRIES,
  /** Keys of former epochs. */
  formerKeys: readonly Uint8Array[] = [],
): AccessLog => {
  const now = fileUnder(vaultKey)
  const files = [now, ...formerKeys.map(fileUnder)]
  /** Where the next entry goes on; read from the disk first, and again after a write that failed. */
  let end: End | undefined
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other: two additions at once would take one number, and one while the oldest go would be lost. */
  const queued = <T>(task: () => Promise<T>): Promise<T> => {
    const next = last.then(task, task)
    last = next
    return next
  }

  const open = ({ file, entries }: LogFile, blob: Uint8Array): readonly Found[] => {
    const plain = entries.open(blob)
    if (!plain.ok) return []
    const json: unknown = JSON.parse(decodeUtf8(plain.value))
    const [link, entry] = [v.safeParse(Linked, json), v.safeParse(Entry, json)]
    return link.success
      ? [
          {
            ...link.output,
            hash: hashOf(blob),
            blob,
            file,
            entry: entry.success ? entry.output : undefined,
          },
        ]
      : []
  }
  const inFile = async (one: LogFile): Promise<readonly Found[]> =>
    (await host.folder.read(one.file)).blobs.flatMap((blob) => open(one, blob))
  const found = async (): Promise<readonly Found[]> =>
    inOrder((await Promise.all(files.map(inFile))).flat())

  const noted = async (): Promise<End | undefined> => {
    // A database that cannot say it is one that does not know it.
    const value = (await database.meta.get(ACCESS_END).catch(() => undefined))?.value
    if (!(value instanceof Uint8Array)) return undefined
    for (const one of files) {
      const plain = one.end.open(value)
      if (plain.ok) return v.parse(Noted, JSON.parse(decodeUtf8(plain.value)))
    }
    return undefined
  }

  const append = async (entry: AccessEntry, after: End): Promise<void> => {
    const n = after.n + 1
    const blob = now.entries.seal(encodeUtf8(JSON.stringify({ ...entry, n, before: after.hash })))
    end = undefined
    if (!(await host.folder.append(now.file, [blob])).ok) return
    end = { n, hash: hashOf(blob) }
    const sealed = now.end.seal(encodeUtf8(JSON.stringify(end)))
    // A note that stays behind hides nothing that is there, and the next entry brings it up to date.
    await database.meta.put({ key: ACCESS_END, value: sealed }).catch(() => undefined)
  }

  const add = async (entry: AccessEntry): Promise<void> => {
    if (end === undefined) {
      const [there, known] = [await found(), await noted()]
      end = endOf(there, known)
      // A database that was lost, or a restore: what was cut off before cannot be told, and that is said.
      if (known === undefined && there.some(({ n }) => n !== undefined))
        await append({ at: entry.at, kind: 'taken-up', detail: '' }, end)
    }
    if (end !== undefined) await append(entry, end)
  }

  const read = async (): Promise<readonly AccessEntry[]> => {
    const all = await found()
    const kept = all.slice(-most)
    if (kept.length < all.length)
      for (const { file } of files) {
        const blobs = kept.filter((one) => one.file === file).map(({ blob }) => blob)
        if (all.some((one) => one.file === file)) await host.folder.replace(file, blobs)
      }
    return kept
      .toReversed()
      .flatMap(({ entry }) => entry ?? [])
      .sort((a, b) => b.at.localeCompare(a.at))
  }

  return {
    add: (kind, detail = '', at = new Date().toISOString()) =>
      queued(() => add({ at, kind, detail })),
    read: () => queued(read),
    gaps: () => queued(async () => gapsIn(await found(), await noted(), most)),
  }
}
