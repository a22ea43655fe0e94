import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { PSEUDO, speak } from '../../words/words'
import { readSettings, setSettings } from './caseload'

test('a word of the goal form that the coach did not choose follows the language, and one that they chose stays', () => {
  const vault = new Y.Doc()
  const shipped = readSettings(vault).smartRelevant
  setSettings(vault, { smartImportant: 'Why' })
  speak(PSEUDO)
  const spoken = readSettings(vault)
  speak('en')
  expect(spoken.smartImportant).toBe('Why')
  expect(spoken.smartRelevant).not.toBe(shipped)
  expect(readSettings(vault).smartRelevant).toBe(shipped)
})
