import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import type { Audience } from '../crdt/audience'
import { leaving } from '../model/leaving'
import { consults } from '../model/record/consult'
import { caseText, openCase, openReply, sealCase, sealReply } from './consult'
import { openHandOver } from './hand-over'

beforeAll(() => sodium.ready)

const sent = {
  id: 'a'.repeat(22),
  from: 'Dr. Ruiz',
  sentOn: '2026-11-24',
  until: '2026-12-08',
  text: 'The student stopped sleeping. What would you ask?',
  replyKey: `${'b'.repeat(42)}A`,
}
const sealed = () => {
  const { file, code } = sealCase(sent)
  return { file, code: code.join(' ') }
}

test('a colleague reads exactly what was sent, with its code and until its last day', () => {
  const { file, code } = sealed()
  expect(file).not.toMatch(/sleeping|Ruiz/)
  expect(openCase(file, code, '2026-12-08')).toEqual({ ok: true, value: sent })
  expect(openCase(file, code, '2026-12-09')).toEqual({ ok: false, error: 'expired' })
  expect(openCase(file, sealed().code, '2026-12-01')).toEqual({ ok: false, error: 'wrong-code' })
})

test('it is no hand-over, and a file that is none is named', () => {
  const { file, code } = sealed()
  expect(openHandOver(file, code)).toEqual({ ok: false, error: 'not-a-hand-over' })
  expect(openCase('{}', code, '2026-12-01')).toEqual({ ok: false, error: 'other-file' })
  expect(openCase(file.replace('"version":1', '"version":2'), code, '2026-12-01')).toEqual({
    ok: false,
    error: 'newer',
  })
})

test('the reply opens beside its own case, without a code, and beside no other', () => {
  const reply = { id: sent.id, from: 'Dr. Boateng', sentOn: '2026-11-30', text: 'Ask about work.' }
  const file = sealReply(sent, reply)
  expect(file).not.toMatch(/Boateng|work/)
  expect(openReply(file, sent)).toEqual({ ok: true, value: reply })
  const other = { ok: false, error: 'other-case' }
  expect(openReply(file, { ...sent, replyKey: `${'c'.repeat(42)}A` })).toEqual(other)
  expect(openReply(file, { ...sent, id: 'd'.repeat(22) })).toEqual(other)
  expect(openReply(file, { ...sent, replyKey: '' })).toEqual(other)
  expect(openReply(sealed().file, sent)).toEqual({ ok: false, error: 'other-file' })
})

test('the text begins with the question, and then has each item under its kind', () => {
  expect(
    caseText(' What now? ', [
      { heading: 'Note', text: 'Tired.\n' },
      { heading: 'Goal: Sleep', text: '' },
    ]),
  ).toBe('What now?\n\nNote\nTired.\n\nGoal: Sleep')
})

test('what a colleague was asked goes to nobody else, whatever class a file gives it', () => {
  const record = newRecord()
  for (const visibility of ['memory-aid', 'shared', 'program'] as const)
    consults.add(record, { to: 'Dr. Boateng', sent: 'The student …', visibility })
  for (const audience of ['mentee-summary', 'mentee-inspection', 'next-coach', 'program'] as const)
    expect(leaving(read(record), audience satisfies Audience).items).toEqual([])
})
