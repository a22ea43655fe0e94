/**
 * What the vault record says of its laptops beside their names (device.ts): the public keys of each, its system, when it
 * was last here, and a proof that it has an epoch's key (vault/laptop-keys.ts); and the announcements by which laptops
 * were removed (vault/succession.ts). Each laptop writes its own entry alone. A laptop with version 0.3 has none.
 */

import * as v from 'valibot'
import type * as Y from 'yjs'
import { newId } from '../../base/id'
import { type Succession, SuccessionSchema } from '../../vault/succession'

const SYSTEMS = ['windows', 'macos', 'linux', ''] as const
export type System = (typeof SYSTEMS)[number]

const Key = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))
const Stored = v.object({
  box: Key,
  sign: Key,
  system: v.fallback(v.picklist(SYSTEMS), ''),
  /** The day on which it was last here. */
  seen: v.string(),
  proof: v.string(),
})
export type Laptop = v.InferOutput<typeof Stored>
export type Laptops = Readonly<Record<string, Laptop>>

const laptopsOf = (vault: Y.Doc): Y.Map<unknown> => vault.getMap('laptops')

export const readLaptops = (vault: Y.Doc): Laptops =>
  Object.fromEntries(
    [...laptopsOf(vault)].flatMap(([id, value]) => {
      const stored = v.safeParse(Stored, value)
      return stored.success ? [[id, stored.output]] : []
    }),
  )

/** A laptop notes itself: once a day, and when its keys or the vault's have changed. */
export const noteLaptop = (
  vault: Y.Doc,
  { id, ...next }: { readonly id: string } & Laptop,
): void => {
  const before = readLaptops(vault)[id]
  const isSame =
    before !== undefined &&
    (Object.keys(next) as (keyof Laptop)[]).every((of) => before[of] === next[of])
  if (!isSame) laptopsOf(vault).set(id, next)
}

const successionsOf = (vault: Y.Doc): Y.Map<unknown> => vault.getMap('successions')

/** All announcements that stand here, each once. */
export const readSuccessions = (vault: Y.Doc): readonly Succession[] => {
  const found = new Map<string, Succession>()
  for (const value of successionsOf(vault).values()) {
    const one = v.safeParse(SuccessionSchema, value)
    if (one.success) found.set(one.output.signature, one.output)
  }
  return [...found.values()]
}

/** Writes announcements that do not stand here, under new ids: whoever is removed by one can delete it. */
export const writeSuccessions = (vault: Y.Doc, all: readonly Succession[]): void => {
  const there = new Set(readSuccessions(vault).map(({ signature }) => signature))
  for (const one of all)
    if (!there.has(one.signature)) successionsOf(vault).set(`${one.epoch}/${newId()}`, one)
}
