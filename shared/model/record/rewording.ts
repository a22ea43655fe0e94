/**
 * Marks at sentences that the coach wants to word otherwise, set while reading a record as the mentee would
 * (exchange/reading.ts). A mark is the coach's own and leaves for nobody. It knows the sentence, and is over when that
 * stands in the item no more.
 */
import { field, line, optionalLink, text } from '../../crdt/field'
import { defineKind, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'

export const rewordings = defineKind(
  'rewordings',
  {
    /** The kind and id of what the sentence stands in. */
    fromKind: field(line(), null),
    from: field(optionalLink, null),
    sentence: field(text, 'reading.sentence'),
    ...axes('memory-aid'),
  },
  {
    label: 'label.rewording',
    count: 'count.rewording',
    title: ({ sentence }) => sentence,
    bin: false,
    leavesFor: ['coach'],
    opens: { tab: 'overview' },
    search: null,
    timeline: null,
  },
)
export type Rewording = Of<typeof rewordings>
