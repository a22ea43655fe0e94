/**
 * A mentee's page: who they are, where they are in their training, and a row of tabs, each in the folder of its
 * concept. The overview, the timeline and the record itself are here. What can be done with the whole of a mentee is
 * in the menu at the top.
 */
import { Alert, Badge, Button, Group, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import {
  isNewerRecord,
  kept,
  lastContact,
  openGoals,
  type RecordProjection,
} from '../../../shared/model/projection'
import {
  editDetails,
  menteeOn,
  schoolYearWords,
  statusOn,
} from '../../../shared/model/record/enrolment'
import { displayName, type MenteeInput, menteeProfile } from '../../../shared/model/record/mentee'
import { rotationNames, rotationsOn } from '../../../shared/model/record/placement'
import { sessionUnderWay } from '../../../shared/model/record/session'
import { noteEntries } from '../../../shared/views/note-list'
import { t } from '../../../shared/words/words'
import { go, type MenteeTab, useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { HiddenPlace } from '../../context/hidden'
import { useOpenRecord, useRecord, useRun, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { statusLabels } from '../../ui/labels'
import { Notices } from '../../ui/notices'
import { relativeDay, shortDay, useToday } from '../../ui/when'
import { PlanSession } from '../calendar/plan-session'
import { menteeFormFields, menteeMoreFields } from '../caseload/mentee-form'
import { type EndingDialog, EndingDialogs } from '../ending/ending-menu'
import { EndingNotices } from '../ending/ending-notices'
import { NotMet } from '../first-meeting/not-met'
import { GoalsTab } from '../goals/goals-tab'
import { ChangedMark } from '../merging/changed-mark'
import { RecordNotices } from '../merging/notices'
import { NotesTab } from '../notes/notes-tab'
import { FeedbackList } from '../reach/feedback'
import { MenteeReach } from '../reach/mentee-reach'
import { ReferralsTab } from '../referrals/referrals-tab'
import { ReflectionsTab } from '../reflections/reflections-tab'
import { useStartSession } from '../sessions/start-session'
import { awayNotices } from './away-notice'
import { concernNotices } from './concerns'
import { ComeBack } from './enrolment'
import { GuidedNote } from './guided-note'
import { TakeLeave } from './leave'
import { Actions, type TurnDialog } from './mentee-actions'
import { Overview } from './overview'
import { RecordTab } from './record-tab'
import { RoleConflicts } from './role-conflicts'
import { TheirReading } from './their-reading'

/** Charts are heavy, and most visits to a page do not need them. */
const CheckInsTab = lazy(() => import('../check-ins/check-ins-tab'))

/** The rotation of today with its end; of several side by side, which they are. */
const whereNow = ({ rotations }: RecordProjection, day: string): string => {
  const [one, another] = rotationsOn(rotations, day)
  if (one === undefined) return ''
  if (another !== undefined)
    return t('mentee.onRotations', { rotations: rotationNames(rotations, day) })
  const { block: rotation, site, end } = one
  return site === ''
    ? t('mentee.onRotation', { rotation, day: shortDay(end) })
    : t('mentee.onRotationAt', { rotation, site, day: shortDay(end) })
}

const subtitle = (
  record: RecordProjection,
  last: string | null,
  turnover: string,
  day: string,
): string => {
  const { mentee } = record
  const parts = [
    mentee.pronouns,
    schoolYearWords(record, day, turnover),
    mentee.reachGroup && t('mentee.reachGroup', { group: mentee.reachGroup }),
    whereNow(record, day),
    last === null ? t('mentee.notMetYet') : t('mentee.lastMet', { day: relativeDay(last, day) }),
  ].filter(Boolean)
  const text = parts.join(' · ')
  return text.charAt(0).toUpperCase() === text.charAt(0) || mentee.pronouns !== ''
    ? text
    : text.charAt(0).toUpperCase() + text.slice(1)
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
      return (
        <Stack gap="md">
          <MenteeReach record={record} />
          <FeedbackList record={record} editable={!isNewerRecord(record)} />
        </Stack>
      )
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

/** Each with how many things are on it, where that says something. */
const tabsOf = (
  record: RecordProjection,
  day: string,
): readonly (readonly [MenteeTab, string, number])[] => [
  ['overview', t('mentee.overview'), 0],
  ['notes', t('mentee.notes'), noteEntries(record, day).length],
  ['goals', t('mentee.goals'), openGoals(record).length],
  ['reflections', t('mentee.reflections'), kept(record.reflections).length],
  ['check-ins', t('mentee.checkIns'), 0],
  ['reach', 'REACH', 0],
  ['referrals', t('mentee.referrals'), kept(record.referrals).length],
  ['record', t('mentee.record'), 0],
]

const TurnDialogs = ({
  dialog,
  ...about
}: {
  readonly record: RecordProjection
  readonly dialog: TurnDialog | undefined
  readonly onClose: () => void
}) => (
  <>
    {dialog === 'leave' && <TakeLeave {...about} />}
    {dialog === 'return' && <ComeBack {...about} />}
    {dialog === 'guided-note' && <GuidedNote {...about} />}
  </>
)

/** That they are away, what to say first, and whom to leave a decision to. Two of them are shown as they are. */
const BeforeAnything = ({
  record,
  editable,
  onReturn,
}: {
  readonly record: RecordProjection
  readonly editable: boolean
  readonly onReturn: () => void
}) => {
  const away = { record, editable, onReturn: editable ? onReturn : undefined }
  return <Notices most={2} all={[...awayNotices(away, useToday()), ...concernNotices(record)]} />
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
  /** Where the coach was when they began to read as the mentee would: going elsewhere ends it. */
  const [readAt, setReadAt] = useState<string>()
  const here = `${tab}/${item ?? ''}`
  const read = (): void => setReadAt(here)
  const [ending, setEnding] = useState<EndingDialog>()
  const [turn, setTurn] = useState<TurnDialog>()
  const day = useToday()
  const { id, mentee } = record
  // Behind initials nobody edits a name.
  const presenting = useApp((state) => state.presenting)
  const newer = isNewerRecord(record)
  const able = !newer && !presenting
  useCommand('edit-mentee', able ? () => setEditing(true) : undefined)
  useCommand('their-reading', able ? read : undefined)
  useCommand('progress-summary', able ? () => setEnding('summary') : undefined)
  useCommand('take-home', able ? () => setEnding('take-home') : undefined)
  useCommand('growth-book', able ? () => setEnding('book') : undefined)
  useCommand('guided-note', able ? () => setTurn('guided-note') : undefined)
  useCommand('plan-session', able ? () => setPlanning(true) : undefined)
  const status = statusOn(record, day)
  const initial: MenteeInput = {
    ...menteeOn(record, day),
    name: mentee.name || t('common.unnamed'),
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={0} miw={0} pos="relative">
          <ChangedMark record={id} id="mentee" place="above" />
          <Group gap="xs" wrap="nowrap">
            <Title order={1} lineClamp={2}>
              {displayName(mentee)}
            </Title>
            {status !== 'active' && <Badge color="gray">{statusLabels[status]}</Badge>}
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
              data-types
              onClick={() => void start(id)}
            >
              {sessionUnderWay(record.sessions, day) === undefined
                ? t('mentee.startSession')
                : t('mentee.continueSession')}
            </Button>
            {!presenting && (
              <Actions
                record={record}
                onEdit={() => setEditing(true)}
                onPlan={() => setPlanning(true)}
                onTurn={setTurn}
                onRead={read}
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
      <BeforeAnything record={record} editable={able} onReturn={() => setTurn('return')} />
      <NotMet record={record} able={able} />
      <RoleConflicts record={record} onEdit={able ? () => setEditing(true) : undefined} />
      <EndingNotices record={record} onLeft={able ? () => setEnding('left-school') : undefined} />
      <RecordNotices record={record} />
      {readAt === here && !presenting ? (
        <TheirReading record={record} editable={able} onBack={() => setReadAt(undefined)} />
      ) : (
        <Tabs
          value={tab}
          onChange={(next) => go({ screen: 'mentee', id, tab: (next ?? 'overview') as MenteeTab })}
        >
          <Tabs.List>
            {tabsOf(record, day).map(([value, label, number]) => (
              <Tabs.Tab key={value} value={value}>
                {label} {number || ''}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={tab}>
            <Panel record={record} tab={tab} item={item} />
          </Tabs.Panel>
        </Tabs>
      )}
      {editing && (
        <ItemForm
          id={`mentee/${id}`}
          title={t('mentee.editDetails')}
          action={t('common.save')}
          schema={menteeProfile.input}
          initial={initial}
          fields={[...menteeFormFields, ...menteeMoreFields]}
          onClose={() => setEditing(false)}
          onSubmit={(next, base) => run(id, editDetails, { today: day, base, next })}
        />
      )}
      <TurnDialogs record={record} dialog={turn} onClose={() => setTurn(undefined)} />
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
