// @vitest-environment jsdom
import '../../../tests/steps/window'
/** Reading as the mentee would: marked with one click, opened where it stands, and never logged. */

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { goals } from '../../../shared/model/record/goal'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { useApp } from '../../context/app-state'
import { useRecord } from '../../context/vault/session'
import { TheirReading } from './their-reading'

const Shown = ({ onBack }: { readonly onBack: () => void }) => {
  const record = useRecord('r')
  return record === undefined ? null : <TheirReading record={record} editable onBack={onBack} />
}

test('a sentence is marked, listed to be reworded, and opened where it stands', async () => {
  const doc = newRecord()
  const goal = goals.add(doc, {
    title: 'Be on time',
    why: 'Seems lazy. It costs trust.',
    provenance: 'coach',
    visibility: 'shared',
  })
  const vault = openVault({ r: doc })
  Object.assign(vault.session, {
    use: async (_id: string, see: (live: { doc: Y.Doc }) => Promise<void>) => see({ doc }),
  })
  let left = 0
  vault.show(<Shown onBack={() => void left++} />)
  const sentence = await waitFor(() => screen.getByText('Seems lazy.'))
  expect(sentence.getAttribute('aria-pressed')).toBe('false')
  fireEvent.click(sentence)
  await waitFor(() => expect(screen.getByText('1 sentence to reword')).toBeTruthy())
  expect(vault.record('r').rewordings).toMatchObject([
    { from: goal, sentence: 'Seems lazy.', visibility: 'memory-aid' },
  ])
  expect(vault.record('r').disclosures).toEqual([])
  fireEvent.click(screen.getByLabelText('Open and reword: Seems lazy.'))
  expect(useApp.getState().route).toMatchObject({ screen: 'mentee', tab: 'goals', item: goal })
  expect(left).toBe(1)
  fireEvent.click(screen.getAllByText('Seems lazy.').at(-1) ?? sentence)
  await waitFor(() => expect(screen.queryByText('1 sentence to reword')).toBeNull())
})
