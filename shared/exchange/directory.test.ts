/** The directory as a file: what it says is shown first, what it leaves blank stays, and taking it in can be undone. */
import { expect, test } from 'vitest'
import { createRecord } from '../crdt/record-clock'
import { directoryOf, resources } from '../model/caseload/resource'
import { createVaultProjector } from '../model/projection'
import {
  directoryToCsv,
  planDirectory,
  readDirectory,
  takeBackDirectory,
  takeInDirectory,
} from './directory'

const open = () => {
  const vault = createRecord(Date.now)
  return {
    vault,
    now: () => directoryOf(createVaultProjector(vault).project().resources),
  }
}
const read = (text: string) => {
  const answer = readDirectory(text)
  if (!answer.ok) throw new Error(answer.error)
  return answer.value
}

const CSV = `Name,Contact,Category,Years,Checked on,Ignored
Tutoring,tutor@school.edu,,,2026-07-02,x
Chaplain,,counseling,1; 2,sometime,
tutoring,again,,,,
,nobody,,,,`

test('each entry is new, changed, as it was, or left out, and says why', () => {
  const { vault, now } = open()
  const rows = planDirectory(read(CSV), now())
  expect(rows.map(({ what }) => what)).toEqual(['update', 'new', 'duplicate', 'error'])
  expect(rows[0]?.next).toEqual({ contact: 'tutor@school.edu', checkedOn: '2026-07-02' })
  expect(rows[1]?.next).toEqual({ name: 'Chaplain', category: 'counseling', years: ['1', '2'] })
  expect(rows[1]?.warnings).toHaveLength(1)
  const taken = takeInDirectory(vault, rows)
  const tutoring = now().find(({ name }) => name === 'Tutoring')
  // A blank cell takes nothing away.
  expect(tutoring).toMatchObject({ contact: 'tutor@school.edu', category: 'tutoring' })
  expect(
    planDirectory(read(CSV), now())
      .slice(0, 2)
      .map(({ what }) => what),
  ).toEqual(['unchanged', 'unchanged'])
  takeBackDirectory(vault, taken)
  expect(now().find(({ name }) => name === 'Tutoring')).toMatchObject({
    contact: '',
    checkedOn: null,
  })
  expect(now().some(({ name }) => name === 'Chaplain')).toBe(false)
})

test('a choice is read by its code or by what it is called', () => {
  const { now } = open()
  const names = { category: { counseling: 'Mental health counseling' } }
  const rows = planDirectory(
    read('Name,Category\nChaplain,mental health counseling\nNurse,Counseling\nCook,Kitchen\n'),
    now(),
    names,
  )
  expect(rows.map(({ next }) => next?.category)).toEqual(['counseling', 'counseling', undefined])
  expect(rows[2]?.warnings).toHaveLength(1)
})

test('what is written is read as it was, with lists, line breaks and formulas', () => {
  const { vault, now } = open()
  resources.add(vault, {
    name: 'Gym, north',
    purpose: 'One\nTwo',
    contact: '+1 555 0100',
    sites: ['North', 'South'],
    dates: ['2026-12-01'],
    reporting: 'must-report',
  })
  const csv = directoryToCsv(now())
  expect(csv).toContain("'+1 555 0100")
  expect(new Set(planDirectory(read(csv), now()).map(({ what }) => what))).toEqual(
    new Set(['unchanged']),
  )
})

test('JSON is read, too: a list, or a list under "resources"', () => {
  const { now } = open()
  const one = { name: 'Gym', years: [3, 4], sites: ['North'] }
  for (const file of [[one], { resources: [one] }])
    expect(planDirectory(read(JSON.stringify(file)), now())[0]?.next).toEqual({
      name: 'Gym',
      years: ['3', '4'],
      sites: ['North'],
    })
})

test('a file that is none is refused', () => {
  for (const [text, why] of [
    ['', 'empty'],
    ['Name\n', 'empty'],
    ['[]', 'empty'],
    ['{"a": 1}', 'malformed'],
    ['[1', 'malformed'],
    ['Title,Phone\nGym,1', 'malformed'],
    ['Name,Contact\n"Gym,1', 'malformed'],
  ] as const)
    expect(readDirectory(text), text).toEqual({ ok: false, error: why })
})

test('a program says who can see a visit, and what was written before there was such a line stays without', () => {
  const { vault, now } = open()
  const said = 'No one in the health system.\nBilling says “student services”.'
  takeInDirectory(vault, planDirectory(read(`Name,Who sees\nTutoring,"${said}"`), now()))
  const of = (name: string) => now().find((one) => one.name === name)?.whoSees
  expect([of('Tutoring'), of('Mental health counseling')]).toEqual([said, ''])
  expect(directoryToCsv(now())).toContain('Who sees')
})
