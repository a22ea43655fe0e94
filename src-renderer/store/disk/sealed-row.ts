/** One sealed row of `meta`: what this laptop remembers for itself, and can do without. */
import { createSealer } from '../../../shared/vault/seal'
import type { Database } from './database'

export interface SealedRow {
  /** The row's plaintext; nothing when there is none, or it does not open. */
  readonly read: () => Promise<Uint8Array | undefined>
  readonly write: (row: Uint8Array) => Promise<void>
}

export const createSealedRow = (database: Database, key: Uint8Array, name: string): SealedRow => {
  const sealing = <T>(use: (sealer: ReturnType<typeof createSealer>) => T): T => {
    const sealer = createSealer(key, name)
    try {
      return use(sealer)
    } finally {
      sealer.forget()
    }
  }
  return {
    read: async () => {
      const value = (await database.meta.get(name))?.value
      if (!(value instanceof Uint8Array)) return undefined
      const opened = sealing((sealer) => sealer.open(value))
      return opened.ok ? opened.value : undefined
    },
    write: async (row) => {
      await database.meta.put({ key: name, value: sealing((sealer) => sealer.seal(row)) })
    },
  }
}
