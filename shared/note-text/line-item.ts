/**
 * What a line of a note became: an action item, or a goal. The words themselves say it, by a link with an address of the
 * app's own (docs/decisions/0027-what-a-line-became.md): so it goes where the words go, however lines are split, joined
 * or moved, on this laptop or on one with an older version.
 */
import type { Line } from './delta'

const LINE_ITEM_KINDS = ['actionItems', 'goals'] as const
export interface LineItem {
  readonly kind: (typeof LINE_ITEM_KINDS)[number]
  readonly id: string
}

/** Of a link between items (note-links.ts) an older version opens the item at a click; of this one it does not. */
const ADDRESS = /^confidant:line\/(actionItems|goals)\/([\w-]{22})$/

export const lineItemAddress = ({ kind, id }: LineItem): string => `confidant:line/${kind}/${id}`

/** What a link's address says of its words. */
export const lineItemOf = (address: unknown): LineItem | undefined => {
  if (typeof address !== 'string') return undefined
  const [, kind, id] = ADDRESS.exec(address) ?? []
  const known = LINE_ITEM_KINDS.find((one) => one === kind)
  return known === undefined || id === undefined ? undefined : { kind: known, id }
}

export const lineItemIn = ({ runs }: Pick<Line, 'runs'>): LineItem | undefined =>
  runs.map(({ attributes }) => lineItemOf(attributes?.link)).find((item) => item !== undefined)
