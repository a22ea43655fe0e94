/** One session: agenda and timer at the left, its two texts in the middle, the brief at the right. */
import {
  ActionIcon,
  Badge,
  Box,
  Button,
  Collapse,
  Group,
  MultiSelect,
  Stack,
  TagsInput,
  Text,
  Title,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  IconArrowLeft,
  IconLayoutSidebarRightCollapse,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import { isOpenGoal } from '../../../shared/model/record/goal'
import { displayName } from '../../../shared/model/record/mentee'
import { type Session, sessions } from '../../../shared/model/record/session'
import { briefOf } from '../../../shared/views/brief'
import { t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { useBin, useOpenRecord, useRecord, useRun, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { Icon } from '../../ui/icon'
import { sessionLabels, sessionStatusLabels } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { longDay, timeOfDay, useToday } from '../../ui/when'
import { BriefContent } from '../mentee/brief-content'
import { themesIn } from '../notes/notes-tab'
import { ActionList } from './action-list'
import { Agenda } from './agenda'
import { EndSession } from './end-session'
import { PrepSection } from './prep'
import { sessionFormFields } from './session-form'
import classes from './session-screen.module.css'
import { SessionTexts } from './session-texts'
import { Timer } from './timer'

const Links = ({
  record,
  session,
}: {
  readonly record: RecordProjection
  readonly session: Session
}) => {
  const run = useRun()
  const edit = (next: Partial<Pick<Session, 'themes' | 'goals'>>): void =>
    void run(record.id, sessions.edit, {
      id: session.id,
      base: { themes: session.themes, goals: session.goals },
      next,
    })
  return (
    <Stack gap="xs">
      <TagsInput
        label={t('common.themes')}
        size="xs"
        data={[...themesIn(record)]}
        value={[...session.themes]}
        onChange={(themes) => edit({ themes })}
      />
      <MultiSelect
        label={t('session.goalsTouched')}
        size="xs"
        data={kept(record.goals)
          .filter((goal) => isOpenGoal(goal) || session.goals.includes(goal.id))
          .map(({ id, title }) => ({ value: id, label: title }))}
        value={[...session.goals]}
        onChange={(goals) => edit({ goals })}
      />
    </Stack>
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
  const bin = useBin(record.id)
  const groups = useVault().groupSessions
  const [prep, { toggle: togglePrep }] = useDisclosure(true)
  const [ending, setEnding] = useState(false)
  const [editing, setEditing] = useState(false)
  const name = displayName(record.mentee)
  const presenting = useApp((state) => state.presenting)
  const writable = !isNewerRecord(record)
  const editable = writable && !presenting
  const brief = briefOf(record, groups, useToday())
  const back = (): void => go({ screen: 'mentee', id: record.id, tab: 'overview' })
  const start = (): void =>
    void run(record.id, sessions.edit, { id: session.id, next: { startedAt: Date.now() } })
  const actions = kept(record.actionItems).filter(
    ({ doneOn, session: of }) => doneOn === null || of === session.id,
  )
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap="sm" wrap="nowrap" align="flex-start" miw={0}>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="dimmed"
            size={34}
            aria-label={t('session.backTo', { name })}
            onClick={back}
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
              <Badge color={session.status === 'held' ? 'teal' : 'gray'}>
                {sessionStatusLabels[session.status]}
              </Badge>
            </Group>
          </Stack>
        </Group>
        {editable && (
          <Group gap="xs" wrap="nowrap">
            <QuietButton
              name={t('session.edit')}
              icon={IconPencil}
              size={36}
              onClick={() => setEditing(true)}
            />
            <QuietButton
              name={t('session.delete')}
              icon={IconTrash}
              size={36}
              onClick={() => {
                back()
                void bin('sessions', session.id, t('session.inTheBin'))
              }}
            />
            <QuietButton
              name={prep ? t('session.hideTheBrief') : t('session.showTheBrief')}
              icon={IconLayoutSidebarRightCollapse}
              size={36}
              onClick={togglePrep}
            />
            {session.status !== 'held' ? (
              <Button onClick={() => setEnding(true)}>{t('session.end')}</Button>
            ) : (
              <Button variant="default" onClick={() => setEnding(true)}>
                {t('session.agreed')}
              </Button>
            )}
          </Group>
        )}
      </Group>
      <Box className={classes.columns ?? ''} data-brief={prep || undefined}>
        <Stack gap="md" component="aside" aria-label={t('session.agendaAndActions')}>
          {session.status === 'planned' && <Timer startedAt={session.startedAt} onStart={start} />}
          {!presenting && (
            <Stack gap={6}>
              <Title order={3}>{t('session.agenda')}</Title>
              <Agenda record={record} session={session} />
            </Stack>
          )}
          <Stack gap={6}>
            <Title order={3}>{t('session.actionItems')}</Title>
            <ActionList
              recordId={record.id}
              items={actions}
              sessionId={session.id}
              editable={writable}
            />
          </Stack>
          {editable && <Links record={record} session={session} />}
        </Stack>
        <SessionTexts record={record} session={session} editable={editable} />
        <Collapse expanded={prep} transitionDuration={0}>
          <Stack gap="md" component="aside" aria-label={t('session.brief')}>
            <Title order={3}>{t('session.prep')}</Title>
            <PrepSection record={record} preps={brief.preps} sessionId={session.id} />
            <BriefContent brief={brief} compact />
          </Stack>
        </Collapse>
      </Box>
      {ending && <EndSession record={record} session={session} onClose={() => setEnding(false)} />}
      {editing && (
        <ItemForm
          id={`session/${session.id}`}
          title={t('session.edit')}
          action={t('common.save')}
          schema={sessions.input}
          initial={session}
          fields={sessionFormFields}
          onClose={() => setEditing(false)}
          onSubmit={({ date, time, kind, status, minutes, medium, place }, base) =>
            run(record.id, sessions.edit, {
              id: session.id,
              base,
              next: { date, time, kind, status, minutes, medium, place },
            })
          }
        />
      )}
    </Stack>
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
  const record = useRecord(id)
  const session = record?.sessions.find((one) => one.id === sessionId)
  return record === undefined || session === undefined ? (
    <Text c="dimmed">{t('session.notArrived')}</Text>
  ) : (
    <SessionPage record={record} session={session} />
  )
}
