/** Competency frameworks from files: taken in twice, or on two laptops, each can still be chosen. */
import { expect, test } from 'vitest'
import { createRecord } from '../../crdt/record-clock'
import {
  competencyChoices,
  competencyFrameworks,
  importedFrameworks,
  SHIPPED_COMPETENCIES,
} from './competency'

const framework = (title: string, ...ids: readonly string[]) => ({
  key: 'our-school',
  title,
  attribution: '',
  competencies: ids.map((id) => ({ id, title: `${id} of ${title}` })),
})

test('the same framework taken in twice is one, as it was taken in last, and each competency is in it once', () => {
  const vault = createRecord(Date.now)
  importedFrameworks.add(vault, framework('Ours', 'listens'))
  importedFrameworks.add(vault, framework('Ours, revised', 'listens', 'asks', 'asks'))
  const own = competencyFrameworks(importedFrameworks.readAll(vault)).slice(
    SHIPPED_COMPETENCIES.length,
  )
  expect(own.map(({ id, title }) => [id, title])).toEqual([['our-school', 'Ours, revised']])
  expect(own[0]?.competencies.map(({ id }) => id)).toEqual(['listens', 'asks'])
})

test('a competency that two frameworks have is offered once, as the first one calls it', () => {
  const of = (title: string) => ({ ...framework(title, 'listens'), id: title })
  expect(competencyChoices([of('Ours'), of('Theirs')])).toEqual([
    { value: 'listens', label: 'listens of Ours (Ours)' },
  ])
})
