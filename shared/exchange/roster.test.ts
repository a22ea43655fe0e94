import { expect, onTestFinished, test, vi } from 'vitest'
import { read } from '../../tests/steps/two-devices'
import { createRecord } from '../crdt/record-clock'
import { createMentee, readMentee } from '../model/record/mentee'
import { guessMapping, planRoster, readCsv, rosterToCsv, sampleRoster } from './roster'

const recordWith = (input: Parameters<typeof createMentee>[1]) => {
  const record = createRecord(Date.now)
  createMentee(record, input)
  return { ...read(record), id: input.studentId ?? input.name ?? '' }
}
const plan = (csv: string, ...records: ReturnType<typeof recordWith>[]) => {
  const file = readCsv(csv)
  if (!file.ok) throw new Error(file.error)
  return planRoster(file.value, guessMapping(file.value.columns), records)
}

test('headings as schools write them are recognised', () => {
  expect(guessMapping(['Student ID', 'Full Name', 'E-Mail Address', 'Grad Year', 'Group'])).toEqual(
    {
      studentId: 0,
      name: 1,
      email: 2,
      classYear: 3,
      reachGroup: 4,
    },
  )
})

test('a name in two columns is one name, in rows that are cut short, too', () => {
  const rows = plan(
    'Last name,First name,Preferred,Email\nÑandú,Zoë,,zoe@example.edu\nOsei,Amara\n,Prince,,\n',
  )
  expect(rows.map(({ what, name }) => [what, name])).toEqual([
    ['new', 'Zoë Ñandú'],
    ['new', 'Amara Osei'],
    ['new', 'Prince'],
  ])
  // One that is there whole is taken.
  expect(plan('Name,First name,Last name\nAmara Osei,A,O\n')[0]?.name).toBe('Amara Osei')
})

test('new rows are added, known ones updated by ID or e-mail with only what differs, others left alone', () => {
  const rows = plan(
    '﻿Student ID;Name;E-mail;Class;Tags\nS1;Amara Osei;amara@example.edu;2029;x\nS2;Luis Fernández;luis@example.edu;2029;\nS3;Wei Zhang;wei@example.edu;2029;research, first-generation\n',
    recordWith({
      studentId: 'S1',
      name: 'Amara Osei',
      email: 'amara@example.edu',
      classYear: 2028,
      tags: ['x'],
    }),
    recordWith({ name: 'Luis Fernández', email: 'Luis@example.edu', classYear: 2029 }),
  )
  expect(rows.map(({ what }) => what)).toEqual(['update', 'update', 'new'])
  expect(rows[0]).toMatchObject({
    record: 'S1',
    next: { classYear: 2029 },
    base: { classYear: 2028 },
  })
  expect(rows[0]?.next).not.toHaveProperty('name')
  expect(rows[1]?.next).toMatchObject({ studentId: 'S2' })
  expect(rows[2]?.next?.tags).toEqual(['first-generation', 'research'])
})

test('an unchanged row changes nothing', () => {
  const amara = recordWith({ studentId: 'S1', name: 'Amara Osei', classYear: 2029 })
  expect(plan('Student ID,Name,Class\nS1,Amara Osei,2029\n', amara)).toMatchObject([
    { what: 'unchanged' },
  ])
})

test('a row that says nobody is left out; of any other only the cell that cannot be, with a warning', () => {
  const rows = plan(
    'Name,E-mail,Class,Status\nA,not an address,2029,active\nB,b@example.edu,soon,active\n,c@example.edu,2029,active\nD,d@example.edu,2029,asleep\nE,e@example.edu,2029,On Leave\nE again,e@example.edu,2029,active\n',
  )
  expect(rows.map(({ line, what }) => [line, what])).toEqual([
    [2, 'new'],
    [3, 'new'],
    [4, 'error'],
    [5, 'new'],
    [6, 'new'],
    [7, 'duplicate'],
  ])
  expect(rows[0]?.warnings).toEqual([
    'The email address isn’t valid. Left out: “not an address”. The rest of the row is imported.',
  ])
  expect(rows[0]?.next).toMatchObject({ name: 'A', email: '', classYear: 2029 })
  expect(rows[1]?.next).toMatchObject({ email: 'b@example.edu', classYear: null })
  expect(rows[3]?.warnings).toHaveLength(1)
  expect(rows[4]).not.toHaveProperty('warnings')
  expect(rows[5]?.problem).toBe('Same person as row 6.')
  expect(rows[4]?.next?.status).toBe('on-leave')
})

test('a namesake without ID and e-mail is left out, not taken for the same person', () => {
  const amara = recordWith({ name: 'Amara Osei' })
  expect(plan('Name,Class\nAmara Osei,2029\n', amara)).toMatchObject([{ what: 'duplicate' }])
})

test('empty, unclosed and overlong files say so', () => {
  expect(readCsv('')).toEqual({ ok: false, error: 'empty' })
  expect(readCsv('Name\n')).toEqual({ ok: false, error: 'empty' })
  expect(readCsv('Name\n"Amara Osei\nLuis')).toEqual({ ok: false, error: 'malformed' })
  expect(readCsv(`Name\n${'A\n'.repeat(5001)}`)).toEqual({ ok: false, error: 'too-long' })
})

test('what is exported comes in again unchanged, formulas in it made harmless', () => {
  const record = createRecord(Date.now)
  createMentee(record, {
    studentId: 'S1',
    name: '=HYPERLINK("x")',
    preferredName: 'Amara, "A"',
    classYear: 2029,
    tags: ['a', 'b'],
  })
  const csv = rosterToCsv([readMentee(record)])
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
  expect(plan(csv, { ...read(record), id: 'S1' })).toMatchObject([{ what: 'unchanged' }])
})

test('the headings of the file are the same in every language, and read in every language', async () => {
  vi.resetModules()
  const { PSEUDO, speak } = await import('../words/words')
  speak(PSEUDO)
  onTestFinished(() => speak('en'))
  const abroad = await import('./roster')
  const amara = recordWith({ name: 'Amara Osei', classYear: 2029 }).mentee
  const csv = rosterToCsv([amara])
  expect(abroad.rosterToCsv([amara])).toBe(csv)
  const columns = csv.split(/\r?\n/)[0]?.split(',') ?? []
  const mapped = abroad.guessMapping(columns)
  expect(Object.keys(mapped)).toHaveLength(columns.length)
  expect(mapped).toEqual(guessMapping(columns))
})

test('an update whose new email is mistyped leaves the one that is there', () => {
  const amara = recordWith({ studentId: 'S1', name: 'Amara Osei', email: 'amara@example.edu' })
  const [row] = plan('Student ID,Name,E-mail,Class\nS1,Amara Osei,amara@,2029\n', amara)
  expect(row).toMatchObject({ what: 'update', next: { classYear: 2029 } })
  expect(row?.next).not.toHaveProperty('email')
  expect(row?.warnings).toHaveLength(1)
})

test('“Meet every” is the weeks between two sessions, as a number or in words', () => {
  const rows = plan('Name,Meet every\nA,4\nB,6 weeks\nC,every 2 weeks\nD,often\n')
  expect(rows.map(({ next }) => next?.cadenceWeeks)).toEqual([4, 6, 2, expect.any(Number)])
  expect(rows[3]?.warnings?.[0]).toContain('“often”')
})

test('a table pasted from a spreadsheet is read, and so is the sample file, whole', () => {
  expect(plan('Name\tClass\nAmara Osei\t2029\n')).toMatchObject([
    { what: 'new', next: { name: 'Amara Osei', classYear: 2029 } },
  ])
  const rows = plan(sampleRoster())
  expect(rows.map(({ what, warnings }) => [what, warnings])).toEqual([
    ['new', undefined],
    ['new', undefined],
  ])
  expect(rows[1]?.next).toMatchObject({ reachGroup: 'A', cadenceWeeks: 6 })
})
