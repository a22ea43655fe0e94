// @vitest-environment jsdom
import '../../../tests/steps/window'
/** The message after a meeting leaves by the coach's hand, and is logged when it does and not before. */

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { actionItems } from '../../../shared/model/record/action-item'
import { editMentee } from '../../../shared/model/record/mentee'
import { sessions } from '../../../shared/model/record/session'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { host } from '../../context/app-state'
import { AfterMeeting } from './after-meeting'

const open = vi.fn<typeof host.mail.open>()
const written = vi.fn<(kind: string, text: string) => void>()
/** Whoever has the clipboard cleared hears of each copy (context/privacy.ts). */
const heard = vi.fn()
document.addEventListener('copy', heard)

beforeEach(() => {
  vi.resetAllMocks()
  Object.assign(host, { mail: { open } })
  document.execCommand = () =>
    document.body.dispatchEvent(
      Object.assign(new Event('copy', { bubbles: true, cancelable: true }), {
        clipboardData: { setData: written },
      }),
    )
})

const shown = () => {
  const doc = newRecord()
  editMentee(doc, { next: { email: 'amara@example.edu' } })
  const id = sessions.add(doc, { date: '2026-11-24', status: 'held' })
  actionItems.add(doc, { what: 'Book Step 1', session: id, agreedOn: '2026-11-24' })
  const vault = openVault({ r: doc })
  const [session] = vault.record('r').sessions
  if (session === undefined) throw new Error('no session')
  const closed = vi.fn()
  vault.show(<AfterMeeting record={vault.record('r')} session={session} onClose={closed} />)
  fireEvent.change(screen.getByLabelText('One sentence of encouragement'), {
    target: { value: 'You ask good questions.' },
  })
  return { vault, closed, left: () => vault.record('r').disclosures }
}

test('opened in the mail program, it goes to the mentee, and is logged with its words', async () => {
  open.mockResolvedValue(true)
  const { vault, closed, left } = shown()
  fireEvent.click(screen.getByText('Open in mail program'))
  await waitFor(() => expect(closed).toHaveBeenCalled())
  const [mail] = open.mock.calls[0] ?? []
  expect(mail).toMatchObject({ to: 'amara@example.edu' })
  expect(mail?.body).toContain('- Book Step 1')
  expect(mail?.body).toMatch(/You ask good questions\.$/)
  expect(left()).toMatchObject([{ how: 'by-mail', to: 'Amara Osei' }])
  expect(vault.record('r').copies).toMatchObject([{ text: mail?.body, visibility: 'shared' }])
})

test('copied, it leaves the clipboard again, and is logged', async () => {
  const { closed, left } = shown()
  fireEvent.click(screen.getByText('Copy message'))
  await waitFor(() => expect(closed).toHaveBeenCalled())
  expect(written.mock.calls[0]?.[1]).toContain('Hello Amara,')
  expect(heard).toHaveBeenCalled()
  expect(left()).toMatchObject([{ how: 'by-copying' }])
})

test('where no mail program takes it, nothing is logged and nothing that was typed is lost', async () => {
  open.mockResolvedValue(false)
  const { closed, left } = shown()
  fireEvent.click(screen.getByText('Open in mail program'))
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('No mail program'))
  expect(left()).toEqual([])
  expect(closed).not.toHaveBeenCalled()
})

test('what looks like a patient is said before it leaves; what is too long can only be copied', () => {
  shown()
  const message = screen.getByLabelText('Message')
  fireEvent.change(message, { target: { value: 'About MRN 1234567.' } })
  expect(screen.getByText('Before it leaves')).toBeTruthy()
  fireEvent.change(message, { target: { value: 'long '.repeat(600) } })
  expect(screen.getByText('Open in mail program').closest('button')?.disabled).toBe(true)
  expect(screen.getByText('Copy message').closest('button')?.disabled).toBe(false)
})
