/**
 * What is owed to the disk: sealed blobs that it refused while the vault was being locked. They are kept in memory and
 * written as soon as the disk takes them.
 */
import type { Result } from '../../shared/base/result'

const RETRY_MS = 1500

export interface Owed {
  readonly add: (record: string, blobs: readonly Uint8Array[]) => void
  readonly records: () => readonly string[]
  readonly of: (record: string) => readonly Uint8Array[] | undefined
  readonly forget: (record: string) => void
  readonly clear: () => void
  /** Tries no more. */
  readonly rest: () => void
}

export const createOwed = (
  append: (record: string, blobs: readonly Uint8Array[]) => Promise<Result<unknown, unknown>>,
): Owed => {
  const owed = new Map<string, readonly Uint8Array[]>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const pay = async (): Promise<void> => {
    timer = undefined
    for (const [record, blobs] of [...owed])
      if ((await append(record, blobs)).ok && owed.get(record) === blobs) owed.delete(record)
    if (owed.size > 0) timer ??= setTimeout(() => void pay(), RETRY_MS)
  }

  return {
    add: (record, blobs) => {
      owed.set(record, [...(owed.get(record) ?? []), ...blobs])
      timer ??= setTimeout(() => void pay(), RETRY_MS)
    },
    records: () => [...owed.keys()],
    of: (record) => owed.get(record),
    forget: (record) => void owed.delete(record),
    clear: () => owed.clear(),
    rest: () => clearTimeout(timer),
  }
}
