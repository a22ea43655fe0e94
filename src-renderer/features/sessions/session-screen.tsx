/**
 * One session, a meeting with a mentee: prepared (preparation.tsx), begun by one key (start-session.tsx), written down
 * while it goes on, and ended with what was agreed and when to meet next (end-session.tsx). Its texts are two notes
 * (session-texts.tsx): the session note, and the memory aid, which is the coach's alone.
 *
 * The screen is a page to write on, and beside it what was promised last time. All else is asked for: the memory aid by
 * one key, preparation in a drawer, and what a session is in its menu.
 */
import { ActionIcon, Badge, Box, Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { notes } from '../../../shared/model/record/note'
import { type Session, sessions } from '../../../shared/model/record/session'
import { t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { aimTyping, stopTypingAhead, typeAhead } from '../../context/typing/type-ahead'
import { useOpenRecord, useRecord, useRun } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { Icon } from '../../ui/icon'
import { sessionLabels, sessionStatusLabels } from '../../ui/labels'
import { longDay, timeOfDay } from '../../ui/when'
import { PlannedWhileAway } from '../mentee/leave-sessions'
import { AfterMeeting } from './after-meeting'
import { EndSession } from './end-session'
import { Preparation } from './preparation'
import { PromisedPanel } from './promised'
import { Questions } from './questions'
import { type Opened, SessionActions } from './session-actions'
import { sessionEditFields } from './session-form'
import { SessionNotices } from './session-notices'
import classes from './session-screen.module.css'
import { MemoryAid, SessionNotes } from './session-texts'
import { Timer } from './timer'
import { useLeaving } from './use-leaving'
import { useMemoryAid } from './use-memory-aid'

const back = (record: string): void => go({ screen: 'mentee', id: record, tab: 'overview' })

/** Who, when and where, in one quiet line; and whether it is under way. */
const SessionTitle = ({
  record,
  session,
}: {
  readonly record: RecordProjection
  readonly session: Session
}) => {
  const name = displayName(record.mentee)
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start" flex="1 1 16rem" miw={0}>
      <ActionIcon
        variant="subtle"
        color="gray"
        c="dimmed"
        size={34}
        aria-label={t('session.backTo', { name })}
        onClick={() => back(record.id)}
      >
        <Icon of={IconArrowLeft} size="large" />
      </ActionIcon>
      <Stack gap={0} miw={0}>
        <Title order={1} lineClamp={1}>
          {name}
        </Title>
        <Group gap={8}>
          <Text c="dimmed">
            {[
              sessionLabels[session.kind],
              longDay(session.date),
              session.time && timeOfDay(session.time),
              session.place,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          {session.status === 'planned' && session.startedAt !== null ? (
            <Timer startedAt={session.startedAt} />
          ) : (
            <Badge color={session.status === 'held' ? 'teal' : 'gray'}>
              {sessionStatusLabels[session.status]}
            </Badge>
          )}
        </Group>
      </Stack>
    </Group>
  )
}

const EditSession = ({
  record,
  session,
  onClose,
}: {
  readonly record: RecordProjection
  readonly session: Session
  readonly onClose: () => void
}) => {
  const run = useRun()
  return (
    <ItemForm
      id={`session/${session.id}`}
      title={t('session.edit')}
      action={t('common.save')}
      schema={sessions.input}
      initial={session}
      fields={sessionEditFields}
      before={({ values: { date, status } }) =>
        status === 'planned' && <PlannedWhileAway record={record} days={[date]} />
      }
      onClose={onClose}
      onSubmit={({ date, time, kind, status, minutes, medium, place, calledOffBy }, base) =>
        run(record.id, sessions.edit, {
          id: session.id,
          base,
          next: { date, time, kind, status, minutes, medium, place, calledOffBy },
        })
      }
    />
  )
}

const SessionPage = ({
  record,
  session,
}: {
  readonly record: RecordProjection
  readonly session: Session
}) => {
  const run = useRun()
  const [opened, setOpened] = useState<Opened>()
  const presenting = useApp((state) => state.presenting)
  const writable = !isNewerRecord(record)
  const editable = writable && !presenting
  const own = kept(record.notes)
    .filter((note) => note.session === session.id)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
  const aid = useMemoryAid(record, session, own.find(({ role }) => role === 'aid')?.id, editable)
  const aidNote = own.find(({ id }) => id === aid.opened)
  useCommand('prepare-session', editable ? () => setOpened('preparing') : undefined)
  useCommand(
    'end-session',
    editable && session.status !== 'held' ? () => setOpened('ending') : undefined,
  )
  useCommand('coaching-questions', editable ? () => setOpened('asking') : undefined)
  const addNote = async (): Promise<void> => {
    typeAhead()
    const id = await run(record.id, notes.add, {
      session: session.id,
      role: 'session',
      date: session.date,
    })
    if (id === undefined) stopTypingAhead()
    else aimTyping(id)
  }
  const close = (): void => setOpened(undefined)
  return (
    <Box className={classes.page ?? ''}>
      <Group justify="space-between" align="flex-start">
        <SessionTitle record={record} session={session} />
        {editable && (
          <SessionActions
            record={record}
            session={session}
            withAid={aid.opened !== undefined}
            onAid={aid.toggle}
            onOpen={setOpened}
          />
        )}
      </Group>
      {editable && <SessionNotices record={record} session={session} />}
      <Box className={classes.columns ?? ''} data-aid={aidNote !== undefined || undefined}>
        <SessionNotes
          record={record}
          notes={own.filter(({ role }) => role !== 'aid')}
          caret={1}
          editable={editable}
          presenting={presenting}
          onAdd={() => void addNote()}
        />
        {aidNote !== undefined && (
          <MemoryAid
            record={record}
            note={aidNote}
            caret={1}
            editable={editable}
            onClose={aid.close}
          />
        )}
        <PromisedPanel
          record={record}
          session={session}
          presenting={presenting}
          editable={writable}
          withPrivate={aidNote !== undefined}
        />
      </Box>
      {opened === 'ending' && <EndSession record={record} session={session} onClose={close} />}
      {opened === 'writing' && <AfterMeeting record={record} session={session} onClose={close} />}
      {opened === 'editing' && <EditSession record={record} session={session} onClose={close} />}
      {opened === 'asking' && !presenting && (
        <Questions recordId={record.id} session={session.id} onClose={close} />
      )}
      {opened === 'preparing' && !presenting && (
        <Preparation record={record} session={session} onClose={close} />
      )}
    </Box>
  )
}

export const SessionScreen = ({
  id,
  session: sessionId,
}: {
  readonly id: string
  readonly session: string
}) => {
  useOpenRecord(id)
  useLeaving(id, sessionId)
  const record = useRecord(id)
  const session = record?.sessions.find((one) => one.id === sessionId)
  return record === undefined || session === undefined ? (
    <Text c="dimmed">{t('session.notArrived')}</Text>
  ) : (
    <SessionPage record={record} session={session} />
  )
}
