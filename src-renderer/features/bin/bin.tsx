/** The bin: whatever was deleted, whole, until it is restored. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { BINNABLE, type Binnable, binItem, restoreItem } from '../../../shared/model/bin'
import type { RecordProjection } from '../../../shared/model/projection'
import type { ActionItem } from '../../../shared/model/record/action-item'
import type { CheckIn } from '../../../shared/model/record/check-in'
import type { Goal } from '../../../shared/model/record/goal'
import type { LearningPlan } from '../../../shared/model/record/learning-plan'
import { binMentee, displayName } from '../../../shared/model/record/mentee'
import { type Note, wasBlank } from '../../../shared/model/record/note'
import type { ImportantDate, Rotation } from '../../../shared/model/record/placement'
import type { Referral } from '../../../shared/model/record/referral'
import { type Framework, frameworkOf, type Reflection } from '../../../shared/model/record/reflection'
import type { Session } from '../../../shared/model/record/session'
import type { Copy } from '../../../shared/model/record/sharing'
import { t } from '../../../shared/words/words'
import { HiddenLine } from '../../context/hidden'
import { useModel, useRun, useVault, useWholeModel } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { kindLabels, sessionLabels } from '../../ui/labels'
import { offerUndo } from '../../ui/undo'
import { shortDay, When } from '../../ui/when'
import { checkInSummary } from '../check-ins/check-in-words'
import { noteTitle } from '../notes/note-title'

interface Binned {
  readonly record: string
  readonly id: string
  readonly kind: Binnable | 'mentee'
  readonly title: string
  readonly of: string
  readonly deletedAt: string
}

const titleIn = (
  record: RecordProjection,
  frameworks: readonly Framework[],
): Readonly<Partial<Record<Binnable, (item: never) => string>>> => ({
  notes: (note: Note) => noteTitle(note, record.sessions),
  sessions: (session: Session) =>
    t('bin.valueSessionDate', { value: sessionLabels[session.kind], date: shortDay(session.date) }),
  goals: (goal: Goal) => goal.title,
  reflections: (one: Reflection) => one.prompt || frameworkOf(one.framework, frameworks).title,
  actionItems: (item: ActionItem) => item.what,
  checkIns: (one: CheckIn) => checkInSummary(one),
  referrals: (one: Referral) => one.resource,
  rotations: (one: Rotation) => one.block,
  importantDates: (one: ImportantDate) => one.title,
  copies: (one: Copy) => one.title,
  learningPlans: (one: LearningPlan) => one.term || t('bin.learningPlan'),
})

const binnedIn = (record: RecordProjection, frameworks: readonly Framework[]): Binned[] => {
  const of = displayName(record.mentee)
  if (record.mentee.deletedAt !== null)
    return [
      {
        record: record.id,
        id: record.id,
        kind: 'mentee',
        title: of,
        of: t('bin.withEverythingInTheRecord'),
        deletedAt: record.mentee.deletedAt,
      },
    ]
  const titles = titleIn(record, frameworks)
  // A binned session takes its notes along; they come back with it.
  const sessions = new Set(record.sessions.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id))
  const blank = new Set(record.notes.filter(wasBlank).map(({ id }) => id))
  return BINNABLE.flatMap((kind) =>
    record[kind].flatMap((item) =>
      item.deletedAt === null ||
      blank.has(item.id) ||
      ('session' in item && kind === 'notes' && sessions.has(item.session ?? ''))
        ? []
        : [
            {
              record: record.id,
              id: item.id,
              kind,
              title: titles[kind]?.(item as never) || (kindLabels[kind] ?? kind),
              of,
              deletedAt: item.deletedAt,
            },
          ],
    ),
  )
}

export const Bin = () => {
  const run = useRun()
  const records = useModel((model) => model.records)
  const frameworks = useVault().frameworks
  const whole = useWholeModel()
  const binned = Object.values(records)
    .flatMap((record) => binnedIn(record, frameworks))
    .sort((a, b) => b.deletedAt.localeCompare(a.deletedAt))
  const hidden =
    whole === undefined
      ? 0
      : Object.values(whole.records).flatMap((record) => binnedIn(record, frameworks)).length - binned.length

  const set = (item: Binned, deleted: boolean): Promise<unknown> =>
    item.kind === 'mentee'
      ? run(item.record, binMentee, deleted)
      : run(item.record, deleted ? binItem : restoreItem, { kind: item.kind, id: item.id })

  const restore = async (item: Binned): Promise<void> => {
    await set(item, false)
    offerUndo(t('bin.titleIsBack', { title: item.title }), () => void set(item, true))
  }

  return (
    <Stack gap="md">
      <Title order={1}>{t('bin.bin')}</Title>
      {hidden > 0 && <HiddenLine>{t('hidden.thing', { count: hidden })}</HiddenLine>}
      {binned.length === 0 && hidden === 0 && (
        <EmptyState
          icon={IconTrash}
          title={t('bin.theBinIsEmpty')}
          text={t('bin.whatYouDeleteWaitsHereWhole')}
        />
      )}
      {binned.length > 0 && (
        <Card p={0}>
          {binned.map((item) => (
            <Group
              key={item.id}
              justify="space-between"
              wrap="nowrap"
              px="lg"
              py="sm"
              style={{ borderBottom: '1px solid var(--hairline)' }}
            >
              <Stack gap={0} miw={0}>
                <Text fw={600} truncate>
                  {item.title}
                </Text>
                <Text size="sm" c="dimmed">
                  {t('bin.valueOfDeleted', { value: kindLabels[item.kind] ?? item.kind, of: item.of })}{' '}
                  <When day={item.deletedAt} />
                </Text>
              </Stack>
              <Button
                variant="default"
                size="xs"
                aria-label={t('bin.restoreTitle', { title: item.title })}
                onClick={() => void restore(item)}
              >
                {t('bin.restore')}
              </Button>
            </Group>
          ))}
        </Card>
      )}
    </Stack>
  )
}
