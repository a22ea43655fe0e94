// @vitest-environment jsdom
import '../../../tests/steps/window'
/** A case for a colleague: what was read is what leaves, without names; the reply is taken in beside it. */
import { fireEvent, waitFor } from '@testing-library/react'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { ok } from '../../../shared/base/result'
import { openCase, openReply, sealReply } from '../../../shared/exchange/consult'
import { consults } from '../../../shared/model/record/consult'
import { goals } from '../../../shared/model/record/goal'
import { notes, startNote } from '../../../shared/model/record/note'
import { disclosures } from '../../../shared/model/record/sharing'
import { plainLine } from '../../../shared/note-text/delta'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { useRecord } from '../../context/vault/session'
import { AskColleague } from './ask-colleague'
import { Consults } from './consults'

vi.mock('../../context/vault/vault-actions', () => ({ prove: async () => ok({}) }))
// Without the worker, which this window does not have.
vi.mock('../import/use-reader', () => ({
  useReading: () => ({
    reading: false,
    read: async (_what: string, { file, sent }: { file: File; sent: never }) =>
      ok(openReply(await file.text(), sent)),
  }),
}))

beforeAll(() => sodium.ready)

const field = (label: string): HTMLElement => {
  const named = [...document.querySelectorAll('label')].find(({ textContent }) =>
    textContent?.startsWith(label),
  )
  const one = named === undefined ? null : document.getElementById(named.htmlFor)
  if (one === null) throw new Error(`no field ${label}`)
  return one
}
const fill = async (label: string, value: string): Promise<void> => {
  fireEvent.change(await waitFor(() => field(label)), { target: { value } })
}
const click = async (name: string): Promise<void> => {
  const one = await waitFor(() => {
    const found = [...document.querySelectorAll('button')]
      .filter(({ textContent }) => textContent === name)
      .at(-1)
    if (found === undefined) throw new Error(`no button ${name}`)
    return found
  })
  fireEvent.click(one)
}
const page = (): string => document.body.textContent ?? ''

const Asking = () => {
  const record = useRecord('amara')
  return record && <AskColleague record={record} onClose={() => undefined} />
}
const Listed = () => {
  const record = useRecord('amara')
  return record && <Consults record={record} editable />
}

const opened = () => {
  const doc = newRecord()
  goals.add(doc, { title: 'Amara sleeps by eleven', why: 'Rounds at 5' })
  const addNote = (words: string, visibility: 'shared' | 'memory-aid', role: 'loose' | 'aid') =>
    startNote(doc, {
      id: notes.add(doc, {
        title: words.split(' ')[0] ?? '',
        date: '2026-11-20',
        visibility,
        role,
      }),
      lines: [plainLine(words)],
    })
  addNote('Shared with Amara on July 4', 'shared', 'loose')
  addNote('Private thought on Osei', 'memory-aid', 'loose')
  addNote('Session aid', 'memory-aid', 'aid')
  const saved: string[] = []
  const vault = openVault({ amara: doc })
  Object.assign(window.host, {
    files: {
      save: async (_name: string, text: string) => {
        saved.push(text)
        return ok(true)
      },
    },
    laptop: { countAttempt: async () => 0 },
  })
  Object.assign(vault.session, {
    opened: { header: { vaultId: 'v' } },
    log: { add: async () => undefined },
    use: async (_record: string, work: (live: { readonly doc: Y.Doc }) => Promise<unknown>) =>
      work({ doc }),
  })
  return { doc, vault, saved }
}

test('what was edited stays when the coach goes back for the rest, and is made anew of something else', async () => {
  opened().vault.show(<Asking />)
  const leaving = () => waitFor(() => (field('Exactly this leaves') as HTMLTextAreaElement).value)
  await fill('Colleague', 'Dr. Boateng')
  await fill('Your question', 'How would you open this?')
  await click('Remove names and preview')
  await fill('Exactly this leaves', 'How would you begin?')
  await click('Back')
  await fill('Colleague', 'Dr. Ruth Boateng')
  await click('Remove names and preview')
  expect(await leaving()).toBe('How would you begin?')
  await click('Back')
  await fill('Your question', 'How would you end this?')
  await click('Remove names and preview')
  expect(await leaving()).toBe('How would you end this?')
})

test('what was read is what leaves: nothing is chosen beforehand, a memory aid by itself and with its warning', async () => {
  const { doc, vault, saved } = opened()
  vault.show(<Asking />)
  expect([...document.querySelectorAll('input:checked')]).toEqual([])
  expect(page()).not.toContain('Session')
  await fill('Colleague', 'Dr. Boateng')
  await fill('Your question', 'How would you open this with Amara?')
  fireEvent.click(field('Amara sleeps'))
  expect(page()).not.toContain('A memory aid that someone else reads')
  fireEvent.click([...document.querySelectorAll('input[type=checkbox]')].at(-1) as HTMLElement)
  expect(page()).toContain('A memory aid that someone else reads')
  await click('Remove names and preview')
  const text = await waitFor(() => (field('Exactly this leaves') as HTMLTextAreaElement).value)
  expect(text).toContain('How would you open this with the student?')
  expect(text).toContain('Goal: the student sleeps by eleven')
  expect(text).toContain('Private thought on the student')
  expect(text).not.toMatch(/Amara|Osei|Shared with/)

  await fill('Exactly this leaves', `${text}\nAsk Amara.`)
  await waitFor(() => expect(page()).toContain('Still here: Amara'))
  await fill('Exactly this leaves', `${text}\nThank you.`)
  await waitFor(() => expect(page()).not.toContain('Still here'))
  await click('Save encrypted file')
  await fill('Your passphrase', 'the right words')
  await click('Save encrypted file')
  const code = await waitFor(() => {
    const one = document.querySelector('[aria-label="Code for this file"]')
    if (one === null) throw new Error('no code yet')
    return one.textContent ?? ''
  })
  const read = openCase(saved[0] ?? '', code, '2026-11-24')
  expect(read).toMatchObject({ ok: true, value: { text: `${text}\nThank you.` } })
  const [kept] = consults.readAll(doc)
  expect(kept).toMatchObject({ to: 'Dr. Boateng', sent: `${text}\nThank you.`, reply: '' })
  expect(disclosures.readAll(doc).map(({ to, fromKind }) => [to, fromKind])).toEqual([
    ['Dr. Boateng', 'consults'],
    ['Dr. Boateng', 'notes'],
  ])
  // Titles of what is private are in no log that the mentee may read.
  expect(JSON.stringify(disclosures.readAll(doc))).not.toContain('Private')
})

test('a reply is taken in beside its own case, and one to another is refused', async () => {
  const { doc, vault } = opened()
  const sent = {
    id: 'a'.repeat(22),
    from: '',
    sentOn: '2026-11-24',
    until: '2026-12-08',
    text: '',
    replyKey: `${'b'.repeat(42)}A`,
  }
  const { id, replyKey } = sent
  const kept = { id, to: 'Dr. Boateng', sent: 'What now?', until: '2026-12-08', replyKey }
  await vault.session.run('amara', consults.add, kept)
  vault.show(<Listed />)
  const reply = { id: sent.id, from: 'Dr. B.', sentOn: '2026-11-30', text: 'Ask about sleep.' }
  const give = (text: string): void => {
    const input = document.querySelector('input[type=file]')
    fireEvent.change(input as HTMLElement, {
      target: {
        files: [Object.assign(new File([text], 'reply.json'), { text: async () => text })],
      },
    })
  }
  give(sealReply({ ...sent, replyKey: `${'c'.repeat(42)}A` }, reply))
  await waitFor(() => expect(page()).toContain('belongs to another case'))
  expect(consults.readAll(doc)[0]?.repliedOn).toBeNull()
  give(sealReply(sent, reply))
  await waitFor(() => expect(page()).toContain('reply of'))
  await click('Read')
  await waitFor(() => expect(page()).toContain('Ask about sleep.'))
  expect(page()).toContain('What now?')
})
