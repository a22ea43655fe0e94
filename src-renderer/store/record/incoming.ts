/**
 * What came in from other laptops, until the coach has seen it: which items, from whom, and whether they had been
 * edited here too while the two were apart.
 */
import type { Touched } from '../../../shared/model/caseload/device'

export interface Incoming extends Touched {
  readonly record: string
  /** The other device's id, or '' when the change does not say. */
  readonly device: string
  readonly both: boolean
  /** When it came in last, as epoch milliseconds. */
  readonly at: number
}

const keyOf = (one: Incoming): string => `${one.record}/${one.kind}/${one.id}`

/** Each item once; that it was edited on both laptops stays known. */
export const withIncoming = (
  before: readonly Incoming[],
  more: readonly Incoming[],
): readonly Incoming[] => {
  const byKey = new Map(before.map((one) => [keyOf(one), one]))
  for (const one of more) {
    const known = byKey.get(keyOf(one))
    byKey.set(keyOf(one), {
      ...one,
      device: one.device || (known?.device ?? ''),
      both: one.both || known?.both === true,
    })
  }
  return [...byKey.values()]
}
