/** The bin: whatever was deleted, whole, until it is restored. What of a record is listed is in shared/model/bin.ts. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import {
  type Binnable,
  type Binned,
  binItem,
  binnedIn,
  restoreItem,
} from '../../../shared/model/bin'
import { DECLARED, kindLabel, RECORD_KINDS } from '../../../shared/model/kinds'
import type { RecordProjection } from '../../../shared/model/projection'
import { binMentee, displayName, menteeProfile } from '../../../shared/model/record/mentee'
import { frameworkOf } from '../../../shared/model/record/reflection'
import type { Framework } from '../../../shared/model/record/shipped-frameworks'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { HiddenLine } from '../../context/hidden'
import { routeTo } from '../../context/navigation'
import { useModel, useRun, useVault, useWholeModel } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { sessionLabels } from '../../ui/labels'
import { offerUndo } from '../../ui/undo'
import { shortDay, When } from '../../ui/when'
import { checkInSummary } from '../check-ins/check-in-words'
import { noteTitle } from '../notes/note-title'

/** A line of the bin: an item, or a mentee with the whole record. */
interface Line {
  readonly record: string
  readonly id: string
  readonly kind: Binnable | 'mentee'
  readonly title: string
  readonly of: string
  readonly deletedAt: string
}

/** Some are called by more than the item itself; all others are by what their kind says. */
const titleOf = (
  { kind, item }: Binned,
  { sessions }: RecordProjection,
  frameworks: readonly Framework[],
): string => {
  switch (kind) {
    case 'notes':
      return noteTitle(item, sessions)
    case 'sessions':
      return t('bin.sessionOn', { kind: sessionLabels[item.kind], day: shortDay(item.date) })
    case 'reflections':
      return item.prompt || frameworkOf(item.framework, frameworks).title
    case 'checkIns':
      return checkInSummary(item)
    default:
      return DECLARED[kind]?.about.title({ ...item }) || kindLabel(kind)
  }
}

const linesOf = (record: RecordProjection, frameworks: readonly Framework[]): readonly Line[] => {
  const { deletedAt } = record.mentee
  const of = displayName(record.mentee)
  if (deletedAt !== null)
    return [
      {
        record: record.id,
        id: record.id,
        kind: 'mentee',
        title: of,
        of: t('bin.wholeRecord'),
        deletedAt,
      },
    ]
  return binnedIn(record).map((binned) => ({
    record: record.id,
    id: binned.item.id,
    kind: binned.kind,
    title: titleOf(binned, record, frameworks),
    of,
    deletedAt: binned.item.deletedAt,
  }))
}

export const Bin = () => {
  const run = useRun()
  const records = useModel((model) => model.records)
  const frameworks = useVault().frameworks
  const whole = useWholeModel()
  const binned = Object.values(records)
    .flatMap((record) => linesOf(record, frameworks))
    .sort((a, b) => b.deletedAt.localeCompare(a.deletedAt))
  const hidden =
    whole === undefined
      ? 0
      : Object.values(whole.records).flatMap((record) => linesOf(record, frameworks)).length -
        binned.length

  const set = (item: Line, deleted: boolean): Promise<unknown> =>
    item.kind === 'mentee'
      ? run(item.record, binMentee, deleted)
      : run(item.record, deleted ? binItem : restoreItem, { kind: item.kind, id: item.id })

  const restore = async (item: Line): Promise<void> => {
    await set(item, false)
    const { opens } = item.kind === 'mentee' ? menteeProfile.about : RECORD_KINDS[item.kind].about
    offerUndo(
      t('bin.isBack', { name: item.title }),
      () => void set(item, true),
      () => go(routeTo(opens, item.record, item.id)),
    )
  }

  return (
    <Stack gap="md">
      <Title order={1}>{t('bin.title')}</Title>
      {hidden > 0 && <HiddenLine>{t('presenting.thing', { count: hidden })}</HiddenLine>}
      {binned.length === 0 && hidden === 0 && (
        <EmptyState icon={IconTrash} title={t('bin.empty')} text={t('bin.emptyWhy')} />
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
                  {t('bin.entry', { kind: kindLabel(item.kind), place: item.of })}{' '}
                  <When day={item.deletedAt} />
                </Text>
              </Stack>
              <Button
                variant="default"
                size="xs"
                aria-label={t('bin.restoreNamed', { name: item.title })}
                onClick={() => void restore(item)}
              >
                {t('common.restore')}
              </Button>
            </Group>
          ))}
        </Card>
      )}
    </Stack>
  )
}
