/**
 * A sealed field of a room's awareness: what a laptop says to those who are there just now. Whoever passes it on can
 * neither read nor make one, it is stored nowhere, and what was not made by a laptop of the vault is as good as unsaid.
 */
import { fromBase64, toBase64 } from 'lib0/buffer'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import * as v from 'valibot'
import type { Awareness } from 'y-protocols/awareness'
import { createSealer } from '../../../shared/vault/seal'

export interface SealedField<T> {
  /** Nothing: it is not said any more. */
  readonly say: (awareness: Awareness, value: T | undefined) => void
  readonly saidBy: (awareness: Awareness, client: number) => T | undefined
  /** Overwrites the key. */
  readonly forget: () => void
}

export const createSealedField = <S extends v.GenericSchema>(
  key: Uint8Array,
  { field, place, schema }: { readonly field: string; readonly place: string; readonly schema: S },
): SealedField<v.InferOutput<S>> => {
  const sealer = createSealer(key, place)
  const open = (sealed: string): v.InferOutput<S> | undefined => {
    try {
      const opened = sealer.open(fromBase64(sealed))
      const said = opened.ok ? v.safeParse(schema, JSON.parse(decodeUtf8(opened.value))) : undefined
      return said?.success === true ? said.output : undefined
    } catch {
      // No base64, no text, or no JSON.
      return undefined
    }
  }
  return {
    say: (awareness, value) => {
      const { [field]: _before, ...others } = awareness.getLocalState() ?? {}
      const said =
        value === undefined
          ? others
          : { ...others, [field]: toBase64(sealer.seal(encodeUtf8(JSON.stringify(value)))) }
      // Who says nothing is not in the awareness at all (wire.ts).
      awareness.setLocalState(Object.keys(said).length === 0 ? null : said)
    },
    saidBy: (awareness, client) => {
      const sealed: unknown = awareness.getStates().get(client)?.[field]
      return typeof sealed === 'string' ? open(sealed) : undefined
    },
    forget: sealer.forget,
  }
}
