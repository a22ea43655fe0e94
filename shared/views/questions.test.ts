/** Questions in the moment: the coach's own first, and found by situation or by word. */
import { expect, test } from 'vitest'
import { createRecord } from '../crdt/record-clock'
import { snippets } from '../model/caseload/snippet'
import { createVaultProjector } from '../model/projection'
import { questionsFor } from './questions'

const snippetsWith = (...texts: readonly string[]) => {
  const vault = createRecord(Date.now)
  for (const text of texts) snippets.add(vault, { word: 'w', text })
  return createVaultProjector(vault).project().snippets
}

test('the coach’s own stand first: a snippet that asks, and no other', () => {
  const [own] = questionsFor(snippetsWith('What would you tell me?', 'Kind regards'), '')
  expect(own?.questions).toEqual(['What would you tell me?'])
  expect(questionsFor(snippetsWith('Kind regards'), '')[0]?.id).not.toBe('own')
})

test('a situation is found whole by its name, a question by its words, whatever the accents and capitals', () => {
  const [stuck, ...others] = questionsFor([], 'STUCK')
  expect([stuck?.id, stuck?.questions.length, others]).toEqual(['stuck', 4, []])
  expect(questionsFor([], 'smallest').map(({ questions }) => questions.length)).toEqual([1])
  expect(questionsFor([], 'nothing asks this')).toEqual([])
})
