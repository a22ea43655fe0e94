/**
 * Fetches from a server that may do anything: only from where it was asked for, never more than was promised, never
 * waiting for ever. A file is on the disk under its name only when it is the very one in the list.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { err, ok, type Result } from '../../shared/base/result'
import type { UpdateProblem } from '../../shared/bridge/updates'
import { problemOf, removeFile, syncDirectory, writeAll } from '../disk/flushed-files'
import type { ReleaseFile } from './release-list'

/** Asks for an address and follows it nowhere. Electron's in the app, so that the system's proxy and certificates count. */
export type Ask = (url: string, signal: AbortSignal) => Promise<Response>

/** A list of two hundred releases is a few hundred kilobytes. */
const MOST_LIST_BYTES = 4 * 1024 * 1024
/** A server that says nothing for so long has gone. */
const SILENCE_MS = 60_000

class Refused extends Error {
  constructor(readonly problem: UpdateProblem) {
    super(problem)
  }
}

const isRedirect = (error: unknown): boolean =>
  error instanceof Error && (/redirect/i.test(error.message) || isRedirect(error.cause))

const reasonOf = (error: unknown): UpdateProblem => {
  if (error instanceof Refused) return error.problem
  return isRedirect(error) ? 'elsewhere' : 'unreachable'
}

/** What the disk refuses, told from what the network does. */
const onDisk = async <T>(task: () => Promise<T>): Promise<T> => {
  try {
    return await task()
  } catch (error) {
    throw new Refused(problemOf(error))
  }
}

interface Limits {
  readonly most: number
  readonly silenceMs: number
  readonly signal: AbortSignal | undefined
}

/** Hands out what comes, piece by piece, until `most` is passed, the server is silent, or it is called off. */
async function* pieces(
  ask: Ask,
  url: string,
  { most, silenceMs, signal }: Limits,
): AsyncGenerator<Uint8Array> {
  const ending = new AbortController()
  const end = (): void => ending.abort()
  signal?.addEventListener('abort', end)
  let silence = setTimeout(end, silenceMs)
  try {
    const response = await ask(url, ending.signal)
    if (response.status !== 200 || response.body === null) throw new Refused('unreachable')
    let received = 0
    for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) {
      clearTimeout(silence)
      silence = setTimeout(end, silenceMs)
      received += piece.length
      if (received > most) throw new Refused('not-as-listed')
      yield piece
    }
  } finally {
    clearTimeout(silence)
    signal?.removeEventListener('abort', end)
    end()
  }
}

export const fetchList = async (
  ask: Ask,
  url: string,
  silenceMs = SILENCE_MS,
): Promise<Result<Uint8Array, UpdateProblem>> => {
  try {
    const all: Uint8Array[] = []
    const limits = { most: MOST_LIST_BYTES, silenceMs, signal: undefined }
    for await (const piece of pieces(ask, url, limits)) all.push(piece)
    return ok(Buffer.concat(all))
  } catch (error) {
    const reason = reasonOf(error)
    return err(reason === 'not-as-listed' ? 'unreachable' : reason)
  }
}

/** Whether what is on the disk is the file in the list. */
export const isFileAsListed = async (path: string, file: ReleaseFile): Promise<boolean> => {
  try {
    const { size } = await stat(path)
    if (size !== file.bytes) return false
    const hash = createHash('sha512')
    for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array)
    return hash.digest('hex') === file.sha512
  } catch {
    return false
  }
}

export interface Fetching {
  readonly onReceived?: (bytes: number) => void
  readonly signal?: AbortSignal
  readonly silenceMs?: number | undefined
}

/** Fetches a file of the list to `path`: flushed, checked, and then under its name. What is not it is deleted. */
export const fetchFile = async (
  ask: Ask,
  url: string,
  file: ReleaseFile,
  path: string,
  { onReceived, signal, silenceMs = SILENCE_MS }: Fetching = {},
): Promise<Result<void, UpdateProblem>> => {
  const part = `${path}.part`
  try {
    await onDisk(() => mkdir(dirname(path), { recursive: true }))
    const handle = await onDisk(() => open(part, 'w', 0o600))
    const hash = createHash('sha512')
    let received = 0
    try {
      for await (const piece of pieces(ask, url, { most: file.bytes, silenceMs, signal })) {
        hash.update(piece)
        await onDisk(() => writeAll(handle, Buffer.from(piece)))
        received += piece.length
        onReceived?.(received)
      }
      if (received !== file.bytes || hash.digest('hex') !== file.sha512)
        throw new Refused('not-as-listed')
      await onDisk(() => handle.sync())
    } finally {
      await handle.close()
    }
    await onDisk(() => rename(part, path))
    await onDisk(() => syncDirectory(dirname(path)))
    return ok(undefined)
  } catch (error) {
    await removeFile(path).catch(() => undefined)
    return err(reasonOf(error))
  }
}
