import { expect, test } from 'vitest'
import { newRecord, read, TODAY } from '../../tests/steps/two-devices'
import { acknowledge, agreements, versionCode } from '../model/record/agreement'
import { newAgreement } from '../model/record/agreement-clauses'
import { addGoal } from '../model/record/goal'
import { notes } from '../model/record/note'
import { PSEUDO, speak } from '../words/words'
import { prepForm, readPrepFile } from './prep-file'

const answers = {
  format: 'confidant-prep',
  version: 1,
  date: '2026-11-20',
  progress: { g1: 7, g2: null },
  wins: 'Slept',
  challenges: '',
  oneThing: 'The exam',
  feedback: '',
  avoid: 'Home',
  energy: 6,
  stress: null,
}

test('the mentee’s answers come in as theirs, with progress only where it was given', () => {
  expect(readPrepFile(JSON.stringify(answers))).toEqual({
    ok: true,
    value: {
      acknowledged: null,
      prep: {
        date: '2026-11-20',
        source: 'file',
        progress: { g1: 7 },
        wins: 'Slept',
        challenges: '',
        oneThing: 'The exam',
        feedback: '',
        avoid: 'Home',
        energy: 6,
        stress: null,
      },
    },
  })
})

test('what is no prep file, a newer or a damaged one says which, and nothing is taken from it', () => {
  expect(readPrepFile('not json')).toEqual({ ok: false, error: 'not-a-prep-file' })
  expect(readPrepFile('{"format":"other"}')).toEqual({ ok: false, error: 'not-a-prep-file' })
  expect(readPrepFile(JSON.stringify({ ...answers, version: 2 }))).toEqual({
    ok: false,
    error: 'newer-prep-file',
  })
  for (const damage of [
    { energy: 11 },
    { date: 'yesterday' },
    { wins: 5 },
    { progress: { g: 99 } },
    { stress: 'x' },
    { agreement: { version: 'A', name: ' ' } },
    { agreement: { version: 'A'.repeat(50), name: 'Amara' } },
  ])
    expect(readPrepFile(JSON.stringify({ ...answers, ...damage }))).toEqual({
      ok: false,
      error: 'damaged-prep-file',
    })
})

test('the form holds the titles of open goals, escaped, and nothing private', () => {
  const record = newRecord()
  addGoal(record, { title: '<script>alert(1)</script>', today: TODAY })
  addGoal(record, {
    title: 'Kept to myself',
    visibility: 'memory-aid',
    provenance: 'coach',
    today: TODAY,
  })
  notes.add(record, { title: 'Canary note' })
  const form = prepForm(read(record))
  expect(form).toContain('&#60;script&#62;alert(1)')
  expect(form).not.toContain('<script>alert(1)')
  expect(form).not.toContain('Kept to myself')
  expect(form).not.toContain('Canary')
  expect(form).not.toMatch(/https?:/)
})

test('the form speaks the mentee’s coach’s language, and says which one it is', () => {
  speak(PSEUDO)
  const form = prepForm(read(newRecord()))
  speak('en')
  expect(form).toContain(`<html lang="${PSEUDO}">`)
  const words = form.replace(/<(script|style)>[\s\S]*?<\/\1>|<[^>]*>|Amara Osei/g, ' ')
  expect(words.match(/[a-zA-Z]{2,}/g)).toBeNull()
})

test('the form asks for a yes to the agreement until there is one, and it is a yes to these words only', () => {
  const record = newRecord()
  expect(prepForm(read(record))).not.toContain('Our agreement')
  const clauses = { ...newAgreement().clauses, wishes: 'No <calls> at night' }
  const { headings } = newAgreement()
  const id = agreements.add(record, { clauses, headings, agreedOn: TODAY })
  const version = versionCode({ clauses, headings })
  const form = prepForm(read(record))
  expect(form).toContain('Our agreement')
  expect(form).toContain(`value="${version}"`)
  expect(form).not.toContain('<calls>')
  const given = readPrepFile(
    JSON.stringify({ ...answers, agreement: { version, name: ' Amara Osei ' } }),
  )
  const acknowledged = given.ok ? given.value.acknowledged : null
  expect(acknowledged).toEqual({ version, name: 'Amara Osei', date: '2026-11-20' })
  if (acknowledged === null) return
  expect(acknowledge(record, { ...acknowledged, version: 'AAAA-BBBB-CCCC' })).toBe(false)
  expect(read(record).agreements[0]?.acknowledgedOn).toBeNull()
  expect(acknowledge(record, acknowledged)).toBe(true)
  expect(read(record).agreements).toMatchObject([
    {
      id,
      acknowledgedOn: '2026-11-20',
      acknowledgedBy: 'Amara Osei',
      acknowledgedVersion: version,
    },
  ])
  expect(prepForm(read(record))).not.toContain('Our agreement')
})
