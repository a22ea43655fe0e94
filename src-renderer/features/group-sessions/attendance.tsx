/**
 * The roll-call: who of a group was there, late, excused, or told the coach why; and beside each a private line unless
 * others look on. By keyboard a letter calls one and goes on to the next.
 */
import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import {
  attendanceOf,
  type Attendance as Called,
  callRoll,
  notCalled,
  uncall,
} from '../../../shared/model/record/group-plan'
import type { GroupSession } from '../../../shared/model/record/group-session'
import { displayName } from '../../../shared/model/record/mentee'
import type { GroupRoll } from '../../../shared/views/group-roll'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useRunOnVault } from '../../context/vault/session'
import { options } from '../../ui/labels'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { PrivateLines } from './private-lines'
import { RollOnPaper } from './roll-on-paper'
import { rollLabels } from './roll-words'

const KEYS: Readonly<Record<string, Called>> = {
  p: 'present',
  l: 'late',
  e: 'excused',
  t: 'told',
  a: 'absent',
}

/** The call of a row: the choice that is made, or the first. */
const callIn = (row: Element | null | undefined): HTMLElement | null =>
  row?.querySelector<HTMLElement>('[type=radio]:checked') ??
  row?.querySelector<HTMLElement>('[type=radio]') ??
  null

const Call = ({
  record,
  session,
  onCall,
}: {
  readonly record: RecordProjection
  readonly session: GroupSession
  readonly onCall: (how: Called) => void
}) => {
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = event.currentTarget.closest('[data-roll]')
    const how = KEYS[event.key.toLowerCase()]
    const next = event.key === 'ArrowUp' ? row?.previousElementSibling : row?.nextElementSibling
    if (how !== undefined) {
      if (!event.repeat) onCall(how)
    } else if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    callIn(next)?.focus()
  }
  return (
    <Group justify="space-between" gap={4} onKeyDownCapture={press}>
      <Text>{displayName(record.mentee)}</Text>
      <SegmentedControl
        size="xs"
        aria-label={t('groupSession.rollOf', { mentee: displayName(record.mentee) })}
        data={options(rollLabels)}
        value={attendanceOf(session, record.id) ?? ''}
        onChange={(how) => onCall(how as Called)}
      />
    </Group>
  )
}

export const Attendance = ({
  session,
  members,
  away,
}: GroupRoll & { readonly session: GroupSession }) => {
  const { id } = session
  const presenting = useApp((state) => state.presenting)
  const runOnVault = useRunOnVault()
  const left = notCalled(
    session,
    members.map((record) => record.id),
  )
  const everyone = async (): Promise<void> => {
    const status = await runOnVault(callRoll, { id, records: left, how: 'present' })
    if (status !== undefined)
      offerUndo(
        t('groupSession.markedPresent', { mentees: t('count.mentee', { count: left.length }) }),
        () => void runOnVault(uncall, { id, records: left, status }),
      )
  }
  return (
    <Section
      title={t('groupSession.attendance')}
      action={
        <Group gap={4} wrap="nowrap">
          {left.length > 0 && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconUsers size={15} />}
              onClick={() => void everyone()}
            >
              {t('groupSession.everyonePresent')}
            </Button>
          )}
          {members.length > 0 && !presenting && <RollOnPaper session={session} members={members} />}
        </Group>
      }
    >
      {members.length === 0 && away.length === 0 && (
        <Alert color="teal">{t('groupSession.empty')}</Alert>
      )}
      {members.map((record) => (
        <Stack key={record.id} gap={4} data-roll>
          <Call
            record={record}
            session={session}
            onCall={(how) => void runOnVault(callRoll, { id, records: [record.id], how })}
          />
          {!presenting && <PrivateLines record={record} session={session} />}
        </Stack>
      ))}
      {away.length > 0 && !presenting && (
        <Text size="sm" c="dimmed">
          {t('groupSession.away', {
            mentees: away.map(({ mentee }) => displayName(mentee)).join(', '),
          })}
        </Text>
      )}
      {members.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('groupSession.rollKeys')}
        </Text>
      )}
    </Section>
  )
}
