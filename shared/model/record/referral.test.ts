/** What an older version wrote of an escalation keeps its meaning. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { editEscalation, escalations, isFormerKind } from './referral'

test('an escalation of a kind that is not offered any more keeps it, also when something else of it is edited', () => {
  for (const kind of ['sexual-misconduct', 'impairment'] as const) {
    const record = newRecord()
    const id = escalations.add(record, { kind, seen: 'Facts' })
    const [before] = read(record).escalations
    editEscalation(record, { id, base: before as never, next: { steps: 'Called' } })
    expect(read(record).escalations).toMatchObject([{ kind, seen: 'Facts', steps: 'Called' }])
    expect(isFormerKind(kind)).toBe(true)
  }
})
