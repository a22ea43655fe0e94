/**
 * A case that a colleague was asked about: exactly the text that left, until when it may be opened, and what came back. It
 * is the coach's own, as the conversation was; that something left is among the disclosures, which the mentee may see.
 */
import { date, field, line, optionalDate, requiredLine, structure, text } from '../../crdt/field'
import { longText } from '../../crdt/item'
import { defineKind, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'

export const consults = defineKind(
  'consults',
  {
    to: field(requiredLine('share.whomMissing'), 'common.toWhom', { search: 'detail' }),
    sentOn: field(date, 'consult.sentOn'),
    until: field(date, 'consult.until'),
    sent: field(text, 'consult.sent', { search: 'body' }),
    /** Opens the reply to this one, and nothing else. */
    replyKey: field(line(), null),
    /** Whole, and no text that merges: two laptops that open one reply have it once. */
    reply: field(structure(longText, ''), 'consult.reply', { search: 'body' }),
    replyFrom: field(line(), 'consult.replyFrom', { search: 'detail' }),
    repliedOn: field(optionalDate, 'consult.repliedOn'),
    ...axes('memory-aid'),
  },
  {
    label: 'label.consult',
    count: 'count.consult',
    title: ({ sent }) => sent.trim().split('\n')[0] ?? '',
    bin: true,
    leavesFor: ['coach'],
    opens: { tab: 'record' },
    search: { kind: 'consult', day: ({ sentOn }) => sentOn },
    timeline: null,
  },
)
export type Consult = Of<typeof consults>

/** Whether one may still come back: the file is out, and nothing was imported. */
export const awaitsReply = ({ repliedOn }: Consult): boolean => repliedOn === null
