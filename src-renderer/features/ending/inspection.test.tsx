// @vitest-environment jsdom
import '../../../tests/steps/window'
/** What a mentee who asks to see their record gets, and what only the coach is asked before. */

import { cleanup, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { escalations } from '../../../shared/model/record/referral'
import { sessions } from '../../../shared/model/record/session'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { Inspection } from './inspection'

vi.mock('../print/print-sheet', async () => {
  const { createElement, Fragment } = await import('react')
  return {
    PrintSheet: ({ options, children }: Record<'options' | 'children', React.ReactNode>) =>
      createElement(
        Fragment,
        null,
        createElement('aside', null, options),
        createElement('article', null, children),
      ),
  }
})

const shown = async (doc: Y.Doc) => {
  const vault = openVault({ r: doc })
  Object.assign(vault.session, {
    use: async (_id: string, see: (live: { doc: Y.Doc }) => Promise<void>) => see({ doc }),
  })
  vault.show(<Inspection record={read(doc)} onClose={() => undefined} />)
  return waitFor(() => {
    const sheet = document.querySelector('article')?.textContent ?? ''
    expect(sheet).toContain('Class')
    return { sheet, asked: document.querySelector('aside')?.textContent ?? '' }
  })
}

test('a packet says the same with an escalation and without, and never that nothing was left out', async () => {
  const without = await shown(newRecord())
  expect(without.sheet).not.toMatch(/nothing was left out/i)
  expect(without.sheet).toContain('The school’s offices keep records of their own')
  expect(without.asked).toContain('Have you told anyone else')
  cleanup()
  const doc = newRecord()
  escalations.add(doc, { seen: 'canary-escalation', date: '2026-10-05' })
  const withOne = await shown(doc)
  expect(withOne.sheet).toBe(without.sheet)
  expect(withOne.asked).toContain('An escalation record about this mentee isn’t in the packet')
  expect(without.asked).not.toContain('An escalation record')
})

test('a packet says of canceled sessions from before the app asked by whom, that it is not known, and of no other', async () => {
  const doc = newRecord()
  sessions.add(doc, { status: 'held', date: '2026-01-12' })
  sessions.add(doc, { status: 'cancelled', date: '2026-02-09', calledOffBy: 'by-coach' })
  expect((await shown(doc)).sheet).not.toContain('who canceled')
  cleanup()
  const old = sessions.add(doc, { status: 'cancelled', date: '2025-02-09' })
  for (const key of [...(sessions.items(doc)?.get(old)?.keys() ?? [])])
    if (key.startsWith('calledOffBy')) sessions.items(doc)?.get(old)?.delete(key)
  expect((await shown(doc)).sheet).toContain(
    'For 1 canceled session, it isn’t recorded who canceled it. Earlier versions of the app didn’t ask.',
  )
})
