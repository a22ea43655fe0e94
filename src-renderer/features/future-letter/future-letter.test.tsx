// @vitest-environment jsdom
import '../../../tests/steps/window'
/** A letter that is being written is in no draft: a lock, which keeps every other half-filled form, keeps none of it. */
import { cleanup, fireEvent, waitFor } from '@testing-library/react'
import { decodeUtf8 } from 'lib0/string'
import sodium from 'libsodium-wrappers-sumo'
import { useState } from 'react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { datesOfSeason, editSeasonDate } from '../../../shared/model/caseload/season-date'
import { futureLetters } from '../../../shared/model/record/future-letter'
import { sealFutureLetter } from '../../../shared/vault/future-letter'
import { newKdfParameters } from '../../../shared/vault/header'
import { createSealer } from '../../../shared/vault/seal'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { typedNow } from '../../context/typing/kept-typing'
import { sealPlace } from '../../context/vault/place'
import { useRecord } from '../../context/vault/session'
import { FutureLetters } from './future-letters'

vi.mock('../first-run/passphrase-strength', () => ({
  LEAST_SCORE: 2,
  estimate: async (word: string) => ({ score: word.length > 8 ? 4 : 0, advice: '' }),
}))
// A stand-in for the worker: as different as the words are, and as long as a key.
vi.mock('./letter-key', () => ({
  letterKey: async (word: string) => new Uint8Array(32).fill(word.toLowerCase().length),
}))

beforeAll(() => sodium.ready)
afterEach(cleanup)

const field = (label: string): HTMLElement => {
  const named = [...document.querySelectorAll('label')].find(
    ({ textContent }) => textContent === label,
  )
  const one = named === undefined ? null : document.getElementById(named.htmlFor)
  if (one === null) throw new Error(`no field ${label}`)
  return one
}
const fill = async (label: string, value: string): Promise<void> => {
  fireEvent.change(await waitFor(() => field(label)), { target: { value } })
}
const button = (name: string, at = 0): HTMLButtonElement => {
  const one = [...document.querySelectorAll('button')].filter(
    ({ textContent }) => textContent === name,
  )[at]
  if (one === undefined) throw new Error(`no button ${name}`)
  return one
}

const SECRET = 'I was afraid of the wards'

const Shown = ({ adding }: { readonly adding: boolean }) => {
  const record = useRecord('amara')
  const [open, setOpen] = useState(adding)
  return record && <FutureLetters record={record} editable adding={open} onAdding={setOpen} />
}
const show = (adding: boolean, doc = newRecord()) => {
  openVault({ amara: doc }).show(<Shown adding={adding} />)
  return doc
}
const write = async (word: string, again = word): Promise<void> => {
  await fill('Dear future me', SECRET)
  await fill('Open from', 'May 20, 2099')
  fireEvent.blur(field('Open from'))
  await fill('Your words', word)
  await fill('Your words again', again)
  fireEvent.click(button('Lock letter'))
}

test('what is half written is in no draft and in nothing that a lock keeps', async () => {
  show(true)
  await fill('Dear future me', SECRET)
  await fill('Your words', 'blue heron at dawn')
  expect(typedNow()).toEqual({})
  const key = new Uint8Array(32).fill(3)
  const place = createSealer(key, 'place').open(sealPlace(key, { screen: 'caseload' }))
  expect(place.ok && decodeUtf8(place.value)).toContain('caseload')
  expect(place.ok && decodeUtf8(place.value)).not.toMatch(/afraid|heron/)
})

test('the day of a Match that nobody knows is said to be a guess, and one that is known is the day', async () => {
  const doc = newRecord()
  const vault = openVault({ amara: doc })
  vault.show(<Shown adding />)
  await waitFor(() => expect(field('Open from')).toHaveProperty('value', 'Mar 16, 2029'))
  expect(document.body.textContent).toContain('Match Day isn’t known yet.')
  cleanup()
  const [one] = datesOfSeason([], 2029).filter(({ shipped }) => shipped === 'match-day')
  await vault.session.runOnVault(editSeasonDate, { one: one!, next: { date: '2029-03-23' } })
  vault.show(<Shown adding />)
  await waitFor(() => expect(field('Open from')).toHaveProperty('value', 'Mar 23, 2029'))
  expect(document.body.textContent).not.toContain('Match Day isn’t known yet.')
})

test('a word that could be guessed, or is not the same twice, locks nothing', async () => {
  const doc = show(true)
  await write('heron')
  await waitFor(() => expect(document.body.textContent).toContain('could be guessed'))
  await write('blue heron at dawn', 'blue heron at noon')
  await waitFor(() => expect(document.body.textContent).toContain('don’t match'))
  expect(futureLetters.readAll(doc)).toEqual([])
})

test('a locked letter counts down, and has no way to be opened before its day', async () => {
  const doc = show(true)
  await write('blue heron at dawn')
  await waitFor(() => expect(document.body.textContent).toContain('days left'))
  expect(document.body.textContent).not.toContain('Open letter')
  expect(JSON.stringify(doc.toJSON())).not.toMatch(/afraid|heron/)
})

const lockedLetter = () => {
  const doc = newRecord()
  const kdf = newKdfParameters()
  const key = new Uint8Array(32).fill('blue heron'.length)
  const sealed = sealFutureLetter(SECRET, key, { id: 'letter', record: 'amara', kdf })
  futureLetters.add(doc, { id: 'letter', openOn: '2020-05-20', writtenOn: '2018-05-20', sealed })
  return { doc, sealed }
}

test('it is noted as opened only once its words are on the screen', async () => {
  const { doc } = lockedLetter()
  const shownWhenNoted: boolean[] = []
  doc.on('update', () => shownWhenNoted.push(document.body.textContent.includes(SECRET)))
  show(false, doc)
  fireEvent.click(button('Open letter'))
  await fill('Your words', 'blue heron')
  fireEvent.click(button('Open letter', 1))
  await waitFor(() => expect(futureLetters.readAll(doc)[0]?.openedOn).not.toBeNull())
  expect(shownWhenNoted).toEqual([true])
})

test('from its day on its words show it until it is closed; a wrong word says so, and it stays as it was', async () => {
  const { doc, sealed } = lockedLetter()
  show(false, doc)
  fireEvent.click(button('Open letter'))
  await fill('Your words', 'heron')
  fireEvent.click(button('Open letter', 1))
  await waitFor(() => expect(document.body.textContent).toContain('don’t open this letter'))
  expect(futureLetters.readAll(doc)[0]?.openedOn).toBeNull()
  await fill('Your words', 'Blue heron')
  fireEvent.click(button('Open letter', 1))
  await waitFor(() => expect(document.body.textContent).toContain(SECRET))
  expect(futureLetters.readAll(doc)[0]).toMatchObject({ sealed })
  await waitFor(() => expect(futureLetters.readAll(doc)[0]?.openedOn).not.toBeNull())
  fireEvent.click(button('Close letter'))
  await waitFor(() => expect(document.body.textContent).not.toContain(SECRET))
  expect(JSON.stringify([typedNow(), doc.toJSON()])).not.toContain(SECRET)
})
