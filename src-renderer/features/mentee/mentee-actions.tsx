/** What can be done with the whole of a mentee, in the menu at the top of their page. */
import { Menu } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconCalendarOff,
  IconCalendarPlus,
  IconDoorEnter,
  IconDoorExit,
  IconEye,
  IconNotes,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { restOfSeries } from '../../../shared/exchange/calendar'
import type { RecordProjection } from '../../../shared/model/projection'
import { leaveToReturnFrom, statusOn } from '../../../shared/model/record/enrolment'
import { archiveMentee, binMentee, displayName } from '../../../shared/model/record/mentee'
import { sessions } from '../../../shared/model/record/session'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useRun } from '../../context/vault/session'
import { Icon } from '../../ui/icon'
import { MoreMenu } from '../../ui/more-menu'
import { offerUndo } from '../../ui/undo'
import { useToday } from '../../ui/when'
import { type EndingDialog, EndingItems } from '../ending/ending-menu'

/** What a turn in their year opens. */
export type TurnDialog = 'leave' | 'return' | 'guided-note'

export const Actions = ({
  record,
  onEdit,
  onPlan,
  onTurn,
  onRead,
  onEnding,
}: {
  readonly record: RecordProjection
  readonly onEdit: () => void
  readonly onPlan: () => void
  readonly onTurn: (dialog: TurnDialog) => void
  /** Opens the record as the mentee would read it. */
  readonly onRead: () => void
  readonly onEnding: (dialog: EndingDialog) => void
}) => {
  const run = useRun()
  const { id, mentee } = record
  const archived = mentee.archivedAt !== null
  const name = displayName(mentee)

  const archive = async (): Promise<void> => {
    await run(id, archiveMentee, !archived)
    offerUndo(
      archived ? t('mentee.isBack', { name }) : t('mentee.isArchived', { name }),
      () => void run(id, archiveMentee, archived),
    )
  }
  const day = useToday()
  const away = statusOn(record, day) === 'on-leave' || leaveToReturnFrom(record, day) !== undefined
  const series = restOfSeries(record.sessions, day)
  const endSeries = async (): Promise<void> => {
    const set = async (status: 'cancelled' | 'planned'): Promise<void> => {
      for (const { id: session } of series)
        await run(id, sessions.edit, { id: session, next: { status } })
    }
    await set('cancelled')
    offerUndo(
      t('mentee.seriesCancelled', {
        sessions: t('count.plannedSession', { count: series.length }),
      }),
      () => void set('planned'),
    )
  }
  const remove = async (): Promise<void> => {
    await run(id, binMentee, true)
    go({ screen: 'caseload' })
    offerUndo(t('mentee.isInTheBin', { name }), () => void run(id, binMentee, false))
  }

  return (
    <MoreMenu name={t('mentee.moreActions')}>
      <Menu.Item leftSection={<Icon of={IconCalendarPlus} />} onClick={onPlan}>
        {t('mentee.planSession')}
      </Menu.Item>
      {series.length > 0 && (
        <Menu.Item leftSection={<Icon of={IconCalendarOff} />} onClick={() => void endSeries()}>
          {t('mentee.cancelSeries', { count: series.length })}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<Icon of={IconPencil} />} onClick={onEdit}>
        {t('mentee.editDetails')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconEye} />} onClick={onRead}>
        {t('reading.open', { name })}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconNotes} />} onClick={() => onTurn('guided-note')}>
        {t('guided.title')}
      </Menu.Item>
      {away ? (
        <Menu.Item leftSection={<Icon of={IconDoorEnter} />} onClick={() => onTurn('return')}>
          {t('enrolment.return')}
        </Menu.Item>
      ) : (
        <Menu.Item leftSection={<Icon of={IconDoorExit} />} onClick={() => onTurn('leave')}>
          {t('enrolment.leave')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={archived ? <Icon of={IconArchiveOff} /> : <Icon of={IconArchive} />}
        onClick={() => void archive()}
      >
        {archived ? t('mentee.bringBack') : t('common.archive')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconTrash} />} onClick={() => void remove()}>
        {t('common.moveToTheBin')}
      </Menu.Item>
      <EndingItems record={record} onOpen={onEnding} />
    </MoreMenu>
  )
}
