/** Items of every kind there is, also of those that come later: with words wherever words are written, and days. */
import * as v from 'valibot'
import type * as Y from 'yjs'
import type { Field } from '../../shared/crdt/field'
import { type RecordKind, recordKinds, type VaultKind, vaultKinds } from '../../shared/model/kinds'

/** What ends a mentee's record, or lends it, is no content. */
const NOT_CONTENT: readonly (RecordKind | VaultKind)[] = ['erasures', 'substitutions']

const accepts = ({ input }: Field<unknown>, value: unknown): boolean =>
  v.safeParse(input, value).success

const valuesOf = (fields: object, words: string, day: string): Record<string, unknown> => {
  const told = Object.entries(fields) as [
    string,
    Field<unknown> & { readonly about: { readonly search?: string } },
  ][]
  return Object.fromEntries(
    told.flatMap(([name, field]) => {
      if (field.about.search !== undefined && accepts(field, words)) return [[name, words]]
      return accepts(field, day) && !accepts(field, 'no day') ? [[name, day]] : []
    }),
  )
}

/** So many of each kind but those left out, which the caller writes. */
export const addEveryKind = (
  to: Y.Doc,
  whose: 'mentee' | 'vault',
  count: number,
  leftOut: readonly (RecordKind | VaultKind)[],
  dayOf: (index: number) => string,
): void => {
  const kinds = whose === 'mentee' ? recordKinds : vaultKinds
  for (const [name, kind] of kinds)
    if (!NOT_CONTENT.includes(name) && !leftOut.includes(name))
      for (let index = 0; index < count; index++)
        kind.add(
          to,
          valuesOf(kind.fields, `Of ${name}, the ${index}th as it is written`, dayOf(index)),
        )
}
