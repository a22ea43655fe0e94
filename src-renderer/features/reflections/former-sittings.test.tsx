// @vitest-environment jsdom
/** Ctrl Z in a text of a reflection that was left (former-sittings.ts). jsdom takes nothing back by itself. */
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { openVault } from '../../../tests/steps/open-vault'
import { useFormerSittings } from './former-sittings'

const Text = ({ value, onChange }: { value: string; onChange: (next: string) => void }) => {
  const { change, onKeyDown } = useFormerSittings('amara', 'text', value, onChange)
  return (
    <textarea
      aria-label="Text"
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}

const Screen = () => {
  const [value, setValue] = useState('First.')
  const [isOpen, setOpen] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        Leave or come
      </button>
      <button type="button" onClick={() => setValue(`${value} Theirs.`)}>
        Other laptop
      </button>
      {isOpen && <Text value={value} onChange={setValue} />}
    </>
  )
}

const opened = () => {
  const user = userEvent.setup()
  const vault = openVault()
  vault.show(<Screen />)
  const press = (name: string) => user.click(screen.getByRole('button', { name }))
  const text = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' })
  return {
    says: () => text().value,
    write: async (words: string) => user.type(text(), words),
    leaveAndCome: async () => {
      await press('Leave or come')
      await press('Leave or come')
    },
    theirs: () => press('Other laptop'),
    erasedAndBack: () => {
      const { records } = vault.model.getState()
      vault.model.setState({ records: {} })
      vault.model.setState({ records })
    },
    keys: (keys: string) => user.type(text(), keys),
  }
}
const UNDO = '{Control>}z{/Control}'
const REDO = '{Control>}{Shift>}z{/Shift}{/Control}'

test('each sitting is taken back after the text was left, one by one, and again', async () => {
  const { says, write, leaveAndCome, keys } = opened()
  await write(' Second.')
  await leaveAndCome()
  await write(' Third.')
  await leaveAndCome()
  expect(says()).toBe('First. Second. Third.')
  await keys(UNDO)
  expect(says()).toBe('First. Second.')
  await keys(UNDO)
  expect(says()).toBe('First.')
  await keys(UNDO)
  expect(says()).toBe('First.')
  await keys(REDO)
  await keys(REDO)
  expect(says()).toBe('First. Second. Third.')
  await keys(REDO)
  expect(says()).toBe('First. Second. Third.')
})

test('what was written in this sitting is left to the browser, and a new sitting ends what could be done again', async () => {
  const { says, write, leaveAndCome, keys } = opened()
  await write(' Second.')
  await leaveAndCome()
  await write(' Third.')
  await keys(UNDO)
  expect(says()).toBe('First. Second. Third.')
  await leaveAndCome()
  await keys(UNDO)
  await write(' Other.')
  await leaveAndCome()
  await keys(REDO)
  expect(says()).toBe('First. Second. Other.')
  await keys(UNDO)
  await keys(UNDO)
  expect(says()).toBe('First.')
})

test('what another laptop wrote into it is never taken back', async () => {
  const { says, write, leaveAndCome, theirs, keys } = opened()
  await write(' Mine.')
  await theirs()
  await leaveAndCome()
  await keys(UNDO)
  expect(says()).toBe('First. Mine. Theirs.')
  await write(' More.')
  await leaveAndCome()
  await theirs()
  await keys(UNDO)
  expect(says()).toBe('First. Mine. Theirs. More. Theirs.')
})

test('nothing is kept of a record that was erased', async () => {
  const { says, write, leaveAndCome, erasedAndBack, keys } = opened()
  await write(' Second.')
  await leaveAndCome()
  erasedAndBack()
  await keys(UNDO)
  expect(says()).toBe('First. Second.')
})
