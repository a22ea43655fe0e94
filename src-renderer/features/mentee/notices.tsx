/** What merging left for the coach to look at: fields set on two laptops, and items that came back. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconGitMerge } from '@tabler/icons-react'
import { BINNABLE, binItem } from '../../../shared/model/bin'
import { binMentee, displayName } from '../../../shared/model/mentee'
import { RECORD_KINDS, type RecordProjection } from '../../../shared/model/projection'
import { settle } from '../../../shared/model/settling'
import { useRun } from '../../app/session'
import { kindLabels } from '../../ui/labels'
import { conflictTitle, valueWords } from './conflict-words'

export const Notices = ({ record }: { readonly record: RecordProjection }) => {
  const run = useRun()
  const returned = BINNABLE.flatMap((kind) =>
    record[kind].flatMap((item) => (item.returned ? [{ kind, id: item.id, title: titleOf(item) }] : [])),
  )
  if (record.conflicts.length === 0 && returned.length === 0 && !record.mentee.returned) return null
  return (
    <Alert color="amber" icon={<IconGitMerge size={18} stroke={1.6} />} title="Changed on two laptops">
      <Stack gap="xs">
        {record.conflicts.map((conflict) => (
          <Group key={`${conflict.id}/${conflict.field}`} gap="xs">
            <Text size="sm">{conflictTitle(record, conflict)}:</Text>
            {[conflict.shown, ...conflict.others].map((value) => (
              <Button
                key={JSON.stringify(value)}
                size="compact-sm"
                variant="default"
                onClick={() => void run(record.id, settle, { id: conflict.id, field: conflict.field, value })}
              >
                Keep {valueWords(conflict.field, value)}
              </Button>
            ))}
          </Group>
        ))}
        {returned.map(({ kind, id, title }) => (
          <Group key={id} gap="xs">
            <Text size="sm">
              {kindLabels[kind]} “{title}” was deleted on one laptop and edited on another, so it is back.
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void run(record.id, RECORD_KINDS[kind].remove, { id, deleted: false })}
            >
              Keep it
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void run(record.id, binItem, { kind, id })}
            >
              Delete it again
            </Button>
          </Group>
        ))}
        {record.mentee.returned && (
          <Group gap="xs">
            <Text size="sm">
              {displayName(record.mentee)} was moved to the bin on one laptop and edited on another, so the
              record is back.
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => void run(record.id, binMentee, false)}>
              Keep it
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => void run(record.id, binMentee, true)}>
              Delete it again
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  )
}

const titleOf = (item: object): string => {
  const fields = item as Readonly<Record<string, unknown>>
  for (const name of ['title', 'what', 'block', 'resource', 'prompt', 'body', 'term', 'date'])
    if (typeof fields[name] === 'string' && fields[name] !== '') return fields[name]
  return 'Untitled'
}
