/**
 * The bin: whatever was deleted, whole, until it is restored. Which kinds come here each kind says itself
 * (shared/crdt/about.ts); a session takes its notes along and brings them back, and a note that was left blank is not
 * shown.
 */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { BINNABLE, type Binnable, binItem, restoreItem } from '../../../shared/model/bin'
import { kindLabel, RECORD_KINDS, type RecordKind } from '../../../shared/model/kinds'
import type { RecordProjection } from '../../../shared/model/projection'
import type { CheckIn } from '../../../shared/model/record/check-in'
import { binMentee, displayName, menteeProfile } from '../../../shared/model/record/mentee'
import { type Note, wasBlank } from '../../../shared/model/record/note'
import { frameworkOf, type Reflection } from '../../../shared/model/record/reflection'
import type { Session } from '../../../shared/model/record/session'
import type { Framework } from '../../../shared/model/record/shipped-frameworks'
import { wasInVain } from '../../../shared/model/session-in-vain'
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

interface Binned {
  readonly record: string
  readonly id: string
  readonly kind: Binnable | 'mentee'
  readonly title: string
  readonly of: string
  readonly deletedAt: string
}

/** Titles that are made of more than the item itself; all others are the kind's own. */
const composedTitles = (
  record: RecordProjection,
  frameworks: readonly Framework[],
): Readonly<Partial<Record<RecordKind, (item: never) => string>>> => ({
  notes: (note: Note) => noteTitle(note, record.sessions),
  sessions: (session: Session) =>
    t('bin.sessionOn', { kind: sessionLabels[session.kind], day: shortDay(session.date) }),
  reflections: (one: Reflection) => one.prompt || frameworkOf(one.framework, frameworks).title,
  checkIns: (one: CheckIn) => checkInSummary(one),
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
        of: t('bin.wholeRecord'),
        deletedAt: record.mentee.deletedAt,
      },
    ]
  const composed = composedTitles(record, frameworks)
  const isBinned = ({ deletedAt }: { readonly deletedAt: string | null }): boolean =>
    deletedAt !== null
  // A binned session takes its notes along; they come back with it.
  const sessions = record.sessions.filter(isBinned)
  const taken = new Set(sessions.map(({ id }) => id))
  const blank = new Set(
    [
      ...record.notes.filter((note) => isBinned(note) && wasBlank(note)),
      ...sessions.filter((session) => wasInVain(record, session)),
    ].map(({ id }) => id),
  )
  return BINNABLE.flatMap((kind) =>
    record[kind].flatMap((item) =>
      item.deletedAt === null ||
      blank.has(item.id) ||
      ('session' in item && kind === 'notes' && taken.has(item.session ?? ''))
        ? []
        : [
            {
              record: record.id,
              id: item.id,
              kind,
              title:
                composed[kind]?.(item as never) ??
                (RECORD_KINDS[kind].about.title(item as never) || kindLabel(kind)),
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
      : Object.values(whole.records).flatMap((record) => binnedIn(record, frameworks)).length -
        binned.length

  const set = (item: Binned, deleted: boolean): Promise<unknown> =>
    item.kind === 'mentee'
      ? run(item.record, binMentee, deleted)
      : run(item.record, deleted ? binItem : restoreItem, { kind: item.kind, id: item.id })

  const restore = async (item: Binned): Promise<void> => {
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
