/**
 * What a record has one of: the mentee's profile, the caseload's settings. It is declared as a kind is (kind.ts), with
 * fields and what it says about itself. But it is always there: nobody adds it, and it has no id of its own. It stands in
 * the record as one map under its name, so that two laptops that begin it apart write into the same one.
 */
import type * as v from 'valibot'
import type * as Y from 'yjs'
import type { About } from './about'
import { editFields, emptyOf, type Fields, inputOf, type Values } from './field'

export interface One<F extends Fields> {
  readonly name: string
  readonly fields: F
  readonly about: About<Values<F>>
  /** Checks a form's values. */
  readonly input: v.GenericSchema<unknown, Values<F>>
  readonly empty: Values<F>
  /** Writes the first values into a record that is new; later ones would replace texts that another laptop edits. */
  readonly begin: (record: Y.Doc, values: Partial<Values<F>>) => void
  /** Two devices that change different fields both keep theirs. */
  readonly edit: (
    record: Y.Doc,
    input: { readonly base?: Partial<Values<F>>; readonly next: Partial<Values<F>> },
  ) => void
  readonly read: (record: Y.Doc) => Values<F>
}

export const defineOne = <const F extends Fields>(
  name: string,
  fields: F,
  about: About<Values<F>>,
): One<F> => {
  const empty = emptyOf(fields)
  const entries = Object.entries(fields)
  return {
    name,
    fields,
    about,
    input: inputOf(fields),
    empty,
    begin: (record, values) =>
      record.transact(() => {
        const first = new Map<string, unknown>()
        const given: Readonly<Record<string, unknown>> = values
        for (const [field, how] of entries) how.create(first, field, given[field] ?? how.empty)
        for (const [field, value] of first) record.getMap(name).set(field, value)
      }),
    edit: (record, input) =>
      record.transact(() => editFields(fields, record.getMap(name), name, input)),
    read: (record) =>
      Object.fromEntries(
        entries.map(([field, { read }]) => [field, read(record.getMap(name), field, name)]),
      ) as Values<F>,
  }
}
