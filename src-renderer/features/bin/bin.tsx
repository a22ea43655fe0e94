/** The bin: whatever was deleted, whole, until it is restored. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type Binnable, binItem, restoreItem } from '../../../shared/model/bin'
import { binMentee, displayName } from '../../../shared/model/mentee'
import type { RecordProjection } from '../../../shared/model/projection'
import { frameworkOf } from '../../../shared/model/reflection'
import { useModel, useRun } from '../../app/session'
import { EmptyState } from '../../ui/empty-state'
import { offerUndo } from '../../ui/undo'
import { When } from '../../ui/when'
import { noteTitle } from '../notes/notes-tab'

interface Binned {
  readonly record: string
  readonly id: string
  readonly kind: Binnable | 'mentee'
  readonly title: string
  readonly of: string
  readonly deletedAt: string
}

const kindLabels = { mentee: 'Mentee', notes: 'Note', goals: 'Goal', reflections: 'Reflection' } as const

const binnedIn = (record: RecordProjection): Binned[] => {
  const of = displayName(record.mentee)
  if (record.mentee.deletedAt !== null)
    return [
      {
        record: record.id,
        id: record.id,
        kind: 'mentee',
        title: of,
        of: 'with everything in the record',
        deletedAt: record.mentee.deletedAt,
      },
    ]
  const item = (kind: Binnable, id: string, title: string, deletedAt: string | null): Binned[] =>
    deletedAt === null ? [] : [{ record: record.id, id, kind, title, of, deletedAt }]
  return [
    ...record.notes.flatMap((note) => item('notes', note.id, noteTitle(note), note.deletedAt)),
    ...record.goals.flatMap((goal) => item('goals', goal.id, goal.title, goal.deletedAt)),
    ...record.reflections.flatMap((reflection) =>
      item(
        'reflections',
        reflection.id,
        reflection.prompt || frameworkOf(reflection.framework).title,
        reflection.deletedAt,
      ),
    ),
  ]
}

export const Bin = () => {
  const run = useRun()
  const records = useModel((model) => model.records)
  const binned = Object.values(records)
    .flatMap(binnedIn)
    .sort((a, b) => b.deletedAt.localeCompare(a.deletedAt))

  const set = (item: Binned, deleted: boolean): Promise<unknown> =>
    item.kind === 'mentee'
      ? run(item.record, binMentee, deleted)
      : run(item.record, deleted ? binItem : restoreItem, { kind: item.kind, id: item.id })

  const restore = async (item: Binned): Promise<void> => {
    await set(item, false)
    offerUndo(`“${item.title}” is back.`, () => void set(item, true))
  }

  return (
    <Stack gap="md">
      <Title order={1}>Bin</Title>
      {binned.length === 0 ? (
        <EmptyState
          icon={IconTrash}
          title="The bin is empty"
          text="What you delete waits here, whole, and can be restored."
        />
      ) : (
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
                  {kindLabels[item.kind]} · {item.of} · deleted <When day={item.deletedAt} />
                </Text>
              </Stack>
              <Button
                variant="default"
                size="xs"
                aria-label={`Restore ${item.title}`}
                onClick={() => void restore(item)}
              >
                Restore
              </Button>
            </Group>
          ))}
        </Card>
      )}
    </Stack>
  )
}
