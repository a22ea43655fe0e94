// @vitest-environment jsdom
import '../../../tests/steps/window'
/** The week's sessions: each is started from its own line. */

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { addDays } from '../../../shared/base/day'
import { addSession } from '../../../shared/model/record/session'
import { todayOf } from '../../../shared/views/today'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { useApp } from '../../context/app-state'
import { today } from '../../ui/when'
import { Sessions } from './sessions-this-week'

test('of two with one mentee on a day, each line starts its own', async () => {
  const record = newRecord()
  const plan = (time: string) =>
    addSession(record, { date: today(), time, status: 'planned' }).session
  // Planned in the other order than they come.
  const [afternoon, morning] = [plan('15:00'), plan('09:00')]
  const vault = openVault({ amara: record })
  const now = todayOf([vault.record()], vault.model.getState().vault, today())
  vault.show(<Sessions now={now} weekEnd={today()} week={false} onWeek={() => undefined} />)
  const starts = screen.getAllByRole('button', { name: /^Start the session with/ })
  for (const [index, session] of [morning, afternoon].entries()) {
    fireEvent.click(starts[index] as HTMLElement)
    await waitFor(() => expect(useApp.getState().route).toMatchObject({ session }))
  }
})

test('of one whose day is over, it is one key to say that it was canceled, and by whom', async () => {
  const record = newRecord()
  addSession(record, { date: addDays(today(), -1), status: 'planned' })
  const vault = openVault({ amara: record })
  const now = todayOf([vault.record()], vault.model.getState().vault, today())
  vault.show(<Sessions now={now} weekEnd={today()} week={false} onWeek={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: 'Session with Amara Osei: I canceled' }))
  await waitFor(() =>
    expect(vault.record().sessions).toMatchObject([
      { status: 'cancelled', calledOffBy: 'by-coach' },
    ]),
  )
})
