/**
 * A mentee's page: who they are, where they are in their training, and a row of tabs, each in the folder of its
 * concept. The overview, the timeline and the record itself are here. What can be done with the whole of a mentee is
 * in the menu at the top.
 */
import { Alert, Badge, Button, Group, Menu, Stack, Tabs, Text, Title } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconCalendarOff,
  IconCalendarPlus,
  IconPencil,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { restOfSeries } from '../../../shared/exchange/calendar'
import {
  isNewerRecord,
  kept,
  lastContact,
  openGoals,
  type RecordProjection,
} from '../../../shared/model/projection'
import {
  archiveMentee,
  binMentee,
  displayName,
  editMentee,
  type MenteeInput,
  menteeProfile,
  yearLabel,
} from '../../../shared/model/record/mentee'
import { rotationOn } from '../../../shared/model/record/placement'
import { sessions } from '../../../shared/model/record/session'
import { noteEntries } from '../../../shared/views/note-list'
import { t } from '../../../shared/words/words'
import { go, type MenteeTab, useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { HiddenPlace } from '../../context/hidden'
import { useOpenRecord, useRecord, useRun, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { Icon } from '../../ui/icon'
import { statusLabels } from '../../ui/labels'
import { MoreMenu } from '../../ui/more-menu'
import { offerUndo } from '../../ui/undo'
import { relativeDay, shortDay, useToday } from '../../ui/when'
import { PlanSession } from '../calendar/plan-session'
import { menteeFormFields, menteeMoreFields } from '../caseload/mentee-form'
import { type EndingDialog, EndingDialogs, EndingItems } from '../ending/ending-menu'
import { EndingNotices } from '../ending/ending-notices'
import { GoalsTab } from '../goals/goals-tab'
import { ChangedMark } from '../merging/changed-mark'
import { RecordNotices } from '../merging/notices'
import { NotesTab } from '../notes/notes-tab'
import { MenteeReach } from '../reach/mentee-reach'
import { ReferralsTab } from '../referrals/referrals-tab'
import { ReflectionsTab } from '../reflections/reflections-tab'
import { useStartSession } from '../sessions/start-session'
import { Overview } from './overview'
import { RecordTab } from './record-tab'
import { RoleConflicts } from './role-conflicts'

/** Charts are heavy, and most visits to a page do not need them. */
const CheckInsTab = lazy(() => import('../check-ins/check-ins-tab'))

const subtitle = (
  record: RecordProjection,
  last: string | null,
  turnover: string,
  day: string,
): string => {
  const { mentee } = record
  const rotation = rotationOn(record.rotations, day)
  const parts = [
    mentee.pronouns,
    yearLabel(mentee.classYear, day, turnover),
    mentee.reachGroup && t('mentee.reachGroup', { group: mentee.reachGroup }),
    rotation !== undefined &&
      (rotation.site === ''
        ? t('mentee.onRotation', { rotation: rotation.block, day: shortDay(rotation.end) })
        : t('mentee.onRotationAt', {
            rotation: rotation.block,
            site: rotation.site,
            day: shortDay(rotation.end),
          })),
    last === null ? t('mentee.notMetYet') : t('mentee.lastMet', { day: relativeDay(last, day) }),
  ].filter(Boolean)
  const text = parts.join(' · ')
  return text.charAt(0).toUpperCase() === text.charAt(0) || mentee.pronouns !== ''
    ? text
    : text.charAt(0).toUpperCase() + text.slice(1)
}

const Actions = ({
  record,
  onEdit,
  onPlan,
  onEnding,
}: {
  readonly record: RecordProjection
  readonly onEdit: () => void
  readonly onPlan: () => void
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
  const series = restOfSeries(record.sessions, useToday())
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

const Panel = ({
  record,
  tab,
  item,
}: {
  readonly record: RecordProjection
  readonly tab: MenteeTab
  readonly item: string | undefined
}) => {
  const presenting = useApp((state) => state.presenting)
  switch (tab) {
    case 'overview':
      return <Overview record={record} />
    case 'notes':
      return <NotesTab record={record} item={item} />
    case 'goals':
      return <GoalsTab record={record} item={item} />
    case 'reflections':
      return <ReflectionsTab record={record} item={item} />
    case 'check-ins':
      return presenting ? (
        <HiddenPlace record={record.id} kind="checkIns" />
      ) : (
        <Suspense fallback={null}>
          <CheckInsTab record={record} />
        </Suspense>
      )
    case 'reach':
      return <MenteeReach record={record} />
    case 'referrals':
      return presenting ? (
        <HiddenPlace record={record.id} kind="referrals" />
      ) : (
        <ReferralsTab record={record} />
      )
    case 'record':
      return <RecordTab record={record} />
  }
}

const Page = ({
  record,
  tab,
  item,
}: {
  readonly record: RecordProjection
  readonly tab: MenteeTab
  readonly item: string | undefined
}) => {
  const run = useRun()
  const vault = useVault()
  const start = useStartSession()
  const [editing, setEditing] = useState(false)
  const [planning, setPlanning] = useState(false)
  const [ending, setEnding] = useState<EndingDialog>()
  const day = useToday()
  const { id, mentee } = record
  // Behind initials nobody edits a name.
  const presenting = useApp((state) => state.presenting)
  const newer = isNewerRecord(record)
  const able = !newer && !presenting
  useCommand('edit-mentee', able ? () => setEditing(true) : undefined)
  useCommand('progress-summary', able ? () => setEnding('summary') : undefined)
  useCommand('growth-book', able ? () => setEnding('book') : undefined)
  useCommand('plan-session', able ? () => setPlanning(true) : undefined)
  const initial: MenteeInput = { ...mentee, name: mentee.name || t('common.unnamed') }
  const tabs: readonly (readonly [MenteeTab, string, number])[] = [
    ['overview', t('mentee.overview'), 0],
    ['notes', t('mentee.notes'), noteEntries(record, day).length],
    ['goals', t('mentee.goals'), openGoals(record).length],
    ['reflections', t('mentee.reflections'), kept(record.reflections).length],
    ['check-ins', t('mentee.checkIns'), 0],
    ['reach', 'REACH', 0],
    ['referrals', t('mentee.referrals'), kept(record.referrals).length],
    ['record', t('mentee.record'), 0],
  ]
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={0} miw={0} pos="relative">
          <ChangedMark record={id} id="mentee" place="above" />
          <Group gap="xs" wrap="nowrap">
            <Title order={1} lineClamp={2}>
              {displayName(mentee)}
            </Title>
            {mentee.status !== 'active' && (
              <Badge color="gray">{statusLabels[mentee.status]}</Badge>
            )}
            {mentee.archivedAt !== null && <Badge color="gray">{t('mentee.archivedBadge')}</Badge>}
          </Group>
          <Text c="dimmed">
            {subtitle(
              record,
              lastContact(record, vault.groupSessions),
              vault.settings.turnover,
              day,
            )}
          </Text>
        </Stack>
        {!newer && (
          <Group gap="xs" wrap="nowrap">
            <Button
              leftSection={<IconPlayerPlay size={16} stroke={1.8} />}
              onClick={() => void start(id)}
            >
              {t('mentee.startSession')}
            </Button>
            {!presenting && (
              <Actions
                record={record}
                onEdit={() => setEditing(true)}
                onPlan={() => setPlanning(true)}
                onEnding={setEnding}
              />
            )}
          </Group>
        )}
      </Group>
      {newer && (
        <Alert color="amber" title={t('mentee.readOnly')}>
          {t('mentee.newerVersion')}
        </Alert>
      )}
      <RoleConflicts mentee={mentee} />
      <EndingNotices record={record} />
      <RecordNotices record={record} />
      <Tabs
        value={tab}
        onChange={(next) => go({ screen: 'mentee', id, tab: (next ?? 'overview') as MenteeTab })}
      >
        <Tabs.List>
          {tabs.map(([value, label, number]) => (
            <Tabs.Tab key={value} value={value}>
              {label} {number || ''}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>
          <Panel record={record} tab={tab} item={item} />
        </Tabs.Panel>
      </Tabs>
      {editing && (
        <ItemForm
          id={`mentee/${id}`}
          title={t('mentee.editDetails')}
          action={t('common.save')}
          schema={menteeProfile.input}
          initial={initial}
          fields={[...menteeFormFields, ...menteeMoreFields]}
          onClose={() => setEditing(false)}
          onSubmit={(next, base) => run(id, editMentee, { base, next })}
        />
      )}
      <EndingDialogs record={record} dialog={ending} onClose={() => setEnding(undefined)} />
      {planning && <PlanSession recordId={id} onClose={() => setPlanning(false)} />}
    </Stack>
  )
}

export const MenteePage = ({
  id,
  tab,
  item,
}: {
  readonly id: string
  readonly tab: MenteeTab
  readonly item: string | undefined
}) => {
  useOpenRecord(id)
  const record = useRecord(id)
  return record === undefined ? (
    <Text c="dimmed">{t('mentee.notArrived')}</Text>
  ) : (
    <Page record={record} tab={tab} item={item} />
  )
}
