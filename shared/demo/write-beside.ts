/** Writes what stands beside the meetings: a letter to a later self, a colleague's advice, an escalation. */
import { addDays } from '../base/day'
import { consults } from '../model/record/consult'
import { futureLetters } from '../model/record/future-letter'
import { additions, escalations, toldPeople } from '../model/record/referral'
import { disclosures } from '../model/record/sharing'
import { t } from '../words/words'
import { dayOf, plainDayOf, workday } from './calendar'
import sealedLetters from './sealed-letters.json' with { type: 'json' }
import { type Write, writtenOn } from './telling'

/** How long a case may be opened, if the coach says nothing else. */
const DAYS_OPEN = 14

export const letter: Write<'letter'> = (
  { record, arc, today },
  { letter: of, moment, opens, read },
  date,
) => {
  futureLetters.add(record, {
    ...sealedLetters[of],
    moment,
    writtenOn: date,
    openOn: plainDayOf(arc, opens, today),
    openedOn: read === undefined ? null : dayOf(arc, read, today),
    createdAt: writtenOn(date),
  })
}

/** Without the key for a reply: no file of it is out. */
export const consult: Write<'consult'> = ({ record, today }, { to, sent, reply }, date) => {
  const back = reply === undefined ? null : workday(addDays(date, reply.days), 1)
  const id = consults.add(record, {
    to,
    sentOn: date,
    until: addDays(date, DAYS_OPEN),
    sent: sent.join('\n\n'),
    ...(reply === undefined || back === null || back > today
      ? {}
      : { reply: reply.text, replyFrom: to, repliedOn: back }),
    createdAt: writtenOn(date),
  })
  disclosures.add(record, {
    what: t('consult.disclosed'),
    to,
    why: t('consult.why'),
    how: 'export',
    fromKind: 'consults',
    from: id,
    date,
    createdAt: writtenOn(date),
  })
}

export const escalation: Write<'escalation'> = ({ record }, beat, date) => {
  const { on: _on, is: _is, told, addition, ...written } = beat
  const id = escalations.add(record, { ...written, date, createdAt: writtenOn(date) })
  toldPeople.add(record, { of: id, ...told, when: `${date}, 15:40` })
  escalations.edit(record, {
    id,
    next: { signedAt: writtenOn(date), closedOn: workday(addDays(date, addition.days), 1) },
  })
  additions.add(record, {
    of: id,
    date: workday(addDays(date, addition.days), 1),
    text: addition.text,
  })
}
