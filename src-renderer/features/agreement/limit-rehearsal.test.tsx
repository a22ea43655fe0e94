// @vitest-environment jsdom
import '../../../tests/steps/window'
/** The school's reporting policy stands where it is to be said: with the agreement, and among the limits before a session. */

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { setSettings } from '../../../shared/model/caseload/caseload'
import { agreements } from '../../../shared/model/record/agreement'
import { newAgreement } from '../../../shared/model/record/agreement-clauses'
import { sessions } from '../../../shared/model/record/session'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { useApp } from '../../context/app-state'
import { useRecord } from '../../context/vault/session'
import { today } from '../../ui/when'
import { SessionNotices } from '../sessions/session-notices'
import { AgreementSection } from './agreement-section'

const SENTENCE = 'I want to hear this, and I may have to tell someone.'

const Rehearsal = () => {
  const record = useRecord('amara')
  const session = record?.sessions[0]
  return record && session && <SessionNotices record={record} session={session} />
}
const Agreement = () => {
  const record = useRecord('amara')
  return record && <AgreementSection record={record} editable />
}

const rehearsal = () => {
  const alert = screen.getByText('Say the limits before you begin').closest('[role=alert]')
  return within(alert as HTMLElement)
}

const open = async (policy: object, agreed = true) => {
  const record = newRecord()
  sessions.add(record, { status: 'planned', date: today() })
  if (agreed)
    agreements.add(record, {
      clauses: { ...newAgreement().clauses, danger: 'I call.' },
      madeOn: today(),
    })
  const vault = openVault({ amara: record })
  await vault.session.runOnVault(setSettings, policy)
  return vault
}

test('the agreement shows what the school has reported and the sentence to say', async () => {
  const vault = await open({
    policyReporter: 'yes',
    policyTo: 'Dean Ito',
    policySentence: SENTENCE,
  })
  vault.show(<Agreement />)
  expect(await screen.findByText(SENTENCE)).toBeTruthy()
  expect(screen.getByText('Dean Ito')).toBeTruthy()
  expect(screen.queryByText('Fill it in')).toBeNull()
})

test('a sentence shows before anybody knows who must report, and so does the way to fill that in', async () => {
  const vault = await open({ policySentence: SENTENCE })
  vault.show(<Agreement />)
  expect(await screen.findByText(SENTENCE)).toBeTruthy()
  fireEvent.click(screen.getByText('Fill it in'))
  expect(useApp.getState().route).toEqual({ screen: 'settings', section: 'policy' })
})

test('the sentence is said with the limits of the agreement, and goes with them once they were', async () => {
  const vault = await open({ policySentence: SENTENCE })
  vault.show(<Rehearsal />)
  expect(await screen.findByText(SENTENCE)).toBeTruthy()
  expect(screen.getByText('I call.')).toBeTruthy()
  expect(rehearsal().queryByLabelText('Dismiss')).toBeNull()
  fireEvent.click(screen.getByText('Said today'))
  await waitFor(() => expect(screen.queryByText(SENTENCE)).toBeNull())
  expect(vault.record().agreements[0]?.explained).toContain(`danger ${today()}`)
})

test('without an agreement the sentence and the shipped limits are offered, and nothing claims to be logged', async () => {
  const vault = await open({ policySentence: SENTENCE }, false)
  vault.show(<Rehearsal />)
  expect(await screen.findByText(SENTENCE)).toBeTruthy()
  expect(screen.getByText('I must answer a lawful order.')).toBeTruthy()
  expect(screen.queryByText('Said today')).toBeNull()
  fireEvent.click(screen.getByText('Go to the agreement'))
  expect(useApp.getState().route).toEqual({ screen: 'mentee', id: 'amara', tab: 'record' })
  fireEvent.click(rehearsal().getByLabelText('Dismiss'))
  expect(screen.queryByText(SENTENCE)).toBeNull()
})
