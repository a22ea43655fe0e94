/**
 * While a mentee is away: until when, how they wish to be left or reached, what is still to ask, and what is planned in it.
 * It is on their page, and in a session that is held all the same.
 */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { addDays } from '../../../shared/base/day'
import type { RecordProjection } from '../../../shared/model/projection'
import {
  type Enrolment,
  enrolments,
  leaveToReturnFrom,
} from '../../../shared/model/record/enrolment'
import { contactDaysLeft } from '../../../shared/model/record/leave'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { tellsDeanLabels } from '../../ui/event-labels'
import type { Notice } from '../../ui/notices'
import { Tick } from '../../ui/tick'
import { longDay, useToday } from '../../ui/when'
import { PlannedInLeave } from './leave-sessions'

/** What was not asked yet, to be ticked; who tells the dean is the mentee, unless something else was said. */
const StillToAsk = ({
  record,
  leave,
  editable,
}: {
  readonly record: string
  readonly leave: Enrolment
  readonly editable: boolean
}) => {
  const run = useRun()
  const set = (next: Partial<Enrolment>) => run(record, enrolments.edit, { id: leave.id, next })
  return (
    <>
      {leave.dean === 'dean-not-asked' && (
        <Tick
          size="sm"
          label={t('enrolment.askDean')}
          checked={false}
          disabled={!editable}
          onTick={() => set({ dean: 'dean-mentee' })}
        />
      )}
      {!leave.coverageAsked && (
        <Tick
          size="sm"
          label={t('enrolment.askCoverage')}
          checked={false}
          disabled={!editable}
          onTick={() => set({ coverageAsked: true })}
        />
      )}
      {!leave.housingAsked && (
        <Tick
          size="sm"
          label={t('enrolment.askHousing')}
          checked={false}
          disabled={!editable}
          onTick={() => set({ housingAsked: true })}
        />
      )}
    </>
  )
}

const isStillAway = ({ end }: Enrolment, day: string): boolean => end === null || day <= end

const awayWords = (leave: Enrolment, day: string): string =>
  leave.end === null
    ? t('enrolment.awaySince', { day: longDay(leave.start) })
    : isStillAway(leave, day)
      ? t('enrolment.awayUntil', { day: longDay(leave.end) })
      : t('enrolment.wasDueBack', { day: longDay(addDays(leave.end, 1)) })

interface Away {
  readonly record: RecordProjection
  readonly editable: boolean
  /** Where they can be taken back. */
  readonly onReturn?: (() => void) | undefined
}

const AwayNotice = ({
  record,
  leave,
  editable,
  onReturn,
}: Away & { readonly leave: Enrolment }) => {
  const day = useToday()
  const [next] = contactDaysLeft(leave)
  const isAway = isStillAway(leave, day)
  return (
    <Alert color="teal" title={awayWords(leave, day)}>
      <Group justify="space-between" wrap="nowrap" align="flex-end">
        <Stack gap={6}>
          <Text size="sm">
            {[
              leave.contact === ''
                ? t('enrolment.noContactSaid')
                : t('enrolment.contactSaid', { contact: leave.contact }),
              isAway && next !== undefined && t('enrolment.contactNext', { day: longDay(next) }),
              leave.dean !== 'dean-not-asked' &&
                t('enrolment.deanSaid', { who: tellsDeanLabels[leave.dean] }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {isAway && (
            <>
              <StillToAsk record={record.id} leave={leave} editable={editable} />
              <PlannedInLeave record={record} leave={leave} editable={editable} />
            </>
          )}
        </Stack>
        {onReturn !== undefined && (
          <Button size="compact-sm" variant="default" flex="none" onClick={onReturn}>
            {t('enrolment.return')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

/** One, or none of somebody who is not away. */
export const awayNotices = (of: Away, day: string): readonly Notice[] => {
  const leave = leaveToReturnFrom(of.record, day)
  return leave === undefined
    ? []
    : [{ title: awayWords(leave, day), shown: <AwayNotice key="away" leave={leave} {...of} /> }]
}
