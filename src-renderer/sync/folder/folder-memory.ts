/**
 * What this laptop knows of the folder: what it has written there itself, what it has read, and where each record stood
 * then. Kept in one sealed row (store/disk/folder-row.ts); without it everything is read and written once more, which is
 * always right.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Level, Point } from './levels'

const VERSION = 1

/** How a record stands in the folder. */
interface FolderPosition extends Point {
  /** The record's count of commits here at which all of it lay in the folder; -1 while some does not. */
  readonly commits: number
}

export interface FolderMemory {
  levels: readonly Level[]
  /** By record: what lies in the folder, whoever wrote it. All of that is here. */
  readonly lying: Map<string, FolderPosition>
  /** By a file's name, size and time: its hash. */
  readonly hashes: Map<string, string>
  /** Hashes of files that have been read and taken in whole. */
  readonly done: Set<string>
  /** Of this laptop's last head: its count, its name in the folder, and its hash. */
  heads: number
  head: string
  /** Something was erased: what was written before has to go from the folder. */
  baseDue: boolean
}

export const newMemory = (): FolderMemory => ({
  levels: [],
  lying: new Map(),
  hashes: new Map(),
  done: new Set(),
  heads: 0,
  head: '',
  baseDue: false,
})

const writePoint = (encoder: encoding.Encoder, { generation, vector }: Point): void => {
  encoding.writeVarUint(encoder, generation)
  encoding.writeVarUint8Array(encoder, vector)
}
const readPoint = (decoder: decoding.Decoder): Point => ({
  generation: decoding.readVarUint(decoder),
  vector: decoding.readVarUint8Array(decoder),
})
const writeAll = <T>(
  encoder: encoding.Encoder,
  all: Iterable<T>,
  write: (one: T) => void,
): void => {
  const list = [...all]
  encoding.writeVarUint(encoder, list.length)
  for (const one of list) write(one)
}
const readAll = <T>(decoder: decoding.Decoder, read: () => T): T[] =>
  Array.from({ length: decoding.readVarUint(decoder) }, read)

export const encodeMemory = (known: FolderMemory): Uint8Array => {
  const encoder = encoding.createEncoder()
  const text = (value: string): void => encoding.writeVarString(encoder, value)
  encoding.writeUint8(encoder, VERSION)
  writeAll(encoder, known.levels, ({ files, bytes, ends }) => {
    writeAll(encoder, files, ({ name, hash }) => {
      text(name)
      text(hash)
    })
    encoding.writeVarUint(encoder, bytes)
    writeAll(encoder, ends, ([record, point]) => {
      text(record)
      writePoint(encoder, point)
    })
  })
  writeAll(encoder, known.lying, ([record, lying]) => {
    text(record)
    writePoint(encoder, lying)
    encoding.writeVarInt(encoder, lying.commits)
  })
  writeAll(encoder, known.hashes, ([key, hash]) => {
    text(key)
    text(hash)
  })
  writeAll(encoder, known.done, text)
  encoding.writeVarUint(encoder, known.heads)
  text(known.head)
  encoding.writeUint8(encoder, known.baseDue ? 1 : 0)
  return encoding.toUint8Array(encoder)
}

/** What was stored; nothing known when it cannot be read. */
export const decodeMemory = (bytes: Uint8Array | undefined): FolderMemory => {
  if (bytes === undefined) return newMemory()
  try {
    const decoder = decoding.createDecoder(bytes)
    const text = (): string => decoding.readVarString(decoder)
    if (decoding.readUint8(decoder) !== VERSION) return newMemory()
    return {
      levels: readAll(decoder, () => ({
        files: readAll(decoder, () => ({ name: text(), hash: text() })),
        bytes: decoding.readVarUint(decoder),
        ends: new Map(readAll(decoder, () => [text(), readPoint(decoder)] as const)),
      })),
      lying: new Map(
        readAll(
          decoder,
          () => [text(), { ...readPoint(decoder), commits: decoding.readVarInt(decoder) }] as const,
        ),
      ),
      hashes: new Map(readAll(decoder, () => [text(), text()] as const)),
      done: new Set(readAll(decoder, text)),
      heads: decoding.readVarUint(decoder),
      head: text(),
      baseDue: decoding.readUint8(decoder) === 1,
    }
  } catch {
    return newMemory()
  }
}
