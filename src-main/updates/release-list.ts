/**
 * The list of releases, as a server has it in `releases.json`. It counts only with the makers' signature (Ed25519) over its
 * very text; with it each file's length and checksum. So a server, or whoever stands in its place, can keep a release
 * back, and nothing else. The list and its signature are one file, since two could be of two moments. Written by
 * scripts/release.mjs; format: docs/formats.md.
 */
import { createPublicKey, verify } from 'node:crypto'
import * as v from 'valibot'
import { err, ok, type Result } from '../../shared/base/result'

/** How a file is installed: what this Confidant was installed from decides which one it takes. */
const KINDS = ['deb', 'AppImage', 'nsis', 'mac'] as const
const ARCHITECTURES = ['x64', 'arm64', 'universal'] as const
const GIGABYTE = 1024 ** 3

export interface Target {
  readonly kind: (typeof KINDS)[number]
  readonly arch: string
}

const ReleaseFile = v.object({
  kind: v.picklist(KINDS),
  arch: v.picklist(ARCHITECTURES),
  /** A plain name: it is asked for beside the list, and nowhere else. */
  name: v.pipe(v.string(), v.regex(/^\w[\w.+-]{0,119}$/)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 * GIGABYTE)),
  sha512: v.pipe(v.string(), v.regex(/^[\da-f]{128}$/)),
})
export type ReleaseFile = v.InferOutput<typeof ReleaseFile>

const VERSION = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/
const Release = v.object({
  version: v.pipe(v.string(), v.regex(VERSION)),
  notes: v.pipe(v.string(), v.maxLength(4000)),
  files: v.pipe(v.array(v.unknown()), v.maxLength(50)),
})
const List = v.object({
  format: v.literal('confidant-releases'),
  version: v.literal(1),
  releases: v.pipe(v.array(Release), v.maxLength(200)),
})
export type ReleaseList = v.InferOutput<typeof List>

export interface FoundRelease {
  readonly version: string
  readonly notes: string
  readonly file: ReleaseFile
}

/** The head of an Ed25519 key as DER, before its 32 bytes. */
const ED25519 = Buffer.from('302a300506032b6570032100', 'hex')

/** A key is 32 bytes in base64url. */
const isSignedBy = (key: string, text: Buffer, signature: Buffer): boolean => {
  try {
    const der = Buffer.concat([ED25519, Buffer.from(key, 'base64url')])
    return verify(null, text, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature)
  } catch {
    return false
  }
}

const Envelope = v.object({ signature: v.string(), signed: v.string() })

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads a list; nothing in it is looked at before its signature is good. */
export const readReleaseList = (
  bytes: Uint8Array,
  keys: readonly string[],
): Result<ReleaseList, 'unreachable' | 'not-signed'> => {
  const envelope = v.safeParse(Envelope, parsed(Buffer.from(bytes).toString('utf8')))
  // Any page with any words: a filter's, a sign-in's.
  if (!envelope.success) return err('unreachable')
  const text = Buffer.from(envelope.output.signed, 'utf8')
  const signature = Buffer.from(envelope.output.signature, 'base64')
  if (!keys.some((key) => isSignedBy(key, text, signature))) return err('not-signed')
  const list = v.safeParse(List, parsed(envelope.output.signed))
  // Signed, and of a kind that this version does not know: nothing that it could install.
  return list.success ? ok(list.output) : err('unreachable')
}

const numbersOf = (version: string): readonly number[] =>
  VERSION.exec(version)?.slice(1).map(Number) ?? [0, 0, 0]

export const isNewer = (version: string, than: string): boolean => {
  const [ours, theirs] = [numbersOf(than), numbersOf(version)]
  const at = theirs.findIndex((number, index) => number !== ours[index])
  return at >= 0 && (theirs[at] ?? 0) > (ours[at] ?? 0)
}

/**
 * The newest that has a file for this laptop and is newer than what runs. Kinds of files that are not known are passed
 * over.
 */
export const newestFor = (
  { releases }: ReleaseList,
  { kind, arch }: Target,
  running: string,
): FoundRelease | undefined => {
  let newest: FoundRelease | undefined
  for (const { version, notes, files } of releases) {
    if (!isNewer(version, newest?.version ?? running)) continue
    const file = files
      .filter((one): one is ReleaseFile => v.is(ReleaseFile, one))
      .find((one) => one.kind === kind && (one.arch === arch || one.arch === 'universal'))
    if (file !== undefined) newest = { version, notes, file }
  }
  return newest
}
