// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { go, useApp } from './app-state'
import { goBack, returnedTo } from './history'

const now = () => useApp.getState().route

beforeEach(() => {
  for (let steps = 0; steps < 60; steps++) goBack()
  go({ screen: 'today' })
})

test('the way back leads from place to place, and the tabs of one mentee are one place', () => {
  go({ screen: 'caseload' })
  go({ screen: 'mentee', id: 'a', tab: 'overview' })
  go({ screen: 'mentee', id: 'a', tab: 'goals' })
  go({ screen: 'mentee', id: 'b', tab: 'notes' })
  goBack()
  expect(now()).toEqual({ screen: 'mentee', id: 'a', tab: 'goals' })
  goBack()
  expect(now()).toEqual({ screen: 'caseload' })
})

test('a place that is come back to says how far it was scrolled; one gone to anew begins at its top', () => {
  document.body.innerHTML = '<div data-scroller></div>'
  const scroller = document.querySelector('[data-scroller]')
  if (scroller === null) throw new Error('no scroller')
  go({ screen: 'caseload' })
  scroller.scrollTop = 300
  go({ screen: 'mentee', id: 'a', tab: 'overview' })
  expect(returnedTo(now())).toBeUndefined()
  goBack()
  expect(returnedTo(now())).toBe(300)
  go({ screen: 'goals' })
  go({ screen: 'caseload' })
  expect(returnedTo(now())).toBeUndefined()
})

test('where there is no way back, the coach stays where they are', () => {
  for (let steps = 0; steps < 60; steps++) goBack()
  const before = now()
  goBack()
  expect(now()).toEqual(before)
})
