/** A mentee's reflections: the list beside the one that is open. */
import { Badge, Box, Button, Group, Menu, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconBulb, IconPlus } from '@tabler/icons-react'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import { addReflection, FRAMEWORKS, frameworkOf, type Reflection } from '../../../shared/model/reflection'
import { go } from '../../app/app-state'
import { useRun } from '../../app/session'
import { EmptyState } from '../../ui/empty-state'
import { shortDay, today } from '../../ui/when'
import classes from '../notes/notes-tab.module.css'
import { ReflectionDetails } from './reflection-details'

const Row = ({
  reflection,
  open,
  onOpen,
}: {
  readonly reflection: Reflection
  readonly open: boolean
  readonly onOpen: () => void
}) => (
  <UnstyledButton
    className={classes.row ?? ''}
    data-open={open || undefined}
    aria-current={open ? 'true' : undefined}
    onClick={onOpen}
  >
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text fw={600} size="sm" truncate>
        {reflection.prompt || frameworkOf(reflection.framework).title}
      </Text>
      <Text size="xs" c="dimmed" className="tabular" style={{ flexShrink: 0 }}>
        {shortDay(reflection.date)}
      </Text>
    </Group>
    <Text size="sm" c="dimmed" lineClamp={2}>
      {Object.values(reflection.sections).find((text) => text.trim() !== '') ?? 'No text yet'}
    </Text>
  </UnstyledButton>
)

const NewReflection = ({ recordId, disabled }: { readonly recordId: string; readonly disabled: boolean }) => {
  const run = useRun()
  const add = async (framework: string): Promise<void> => {
    const id = await run(recordId, addReflection, {
      date: today(),
      framework,
      prompt: '',
      provenance: 'coach',
      sections: {},
    })
    if (id !== undefined) go({ screen: 'mentee', id: recordId, tab: 'reflections', item: id })
  }
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} stroke={1.8} />} disabled={disabled}>
          New reflection
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FRAMEWORKS.map(({ id, title, sections }) => (
          <Menu.Item
            key={id}
            onClick={() => void add(id)}
            rightSection={<Badge color="gray">{sections.length}</Badge>}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

export const ReflectionsTab = ({
  record,
  item,
}: {
  readonly record: RecordProjection
  readonly item: string | undefined
}) => {
  const reflections = kept(record.reflections)
  const open = reflections.find(({ id }) => id === item) ?? reflections[0]
  const editable = !isNewerRecord(record)
  if (open === undefined)
    return (
      <EmptyState
        icon={IconBulb}
        title="No reflections yet"
        text="A reflection follows a framework, one text per section: what happened, what it meant, what comes next."
      >
        <NewReflection recordId={record.id} disabled={!editable} />
      </EmptyState>
    )
  return (
    <Stack gap="md" pt="md">
      <Group>
        <NewReflection recordId={record.id} disabled={!editable} />
      </Group>
      <Box className={classes.columns ?? ''}>
        <Stack component="nav" aria-label="Reflections" gap={2} className={classes.list ?? ''}>
          {reflections.map((reflection) => (
            <Row
              key={reflection.id}
              reflection={reflection}
              open={reflection.id === open.id}
              onOpen={() => go({ screen: 'mentee', id: record.id, tab: 'reflections', item: reflection.id })}
            />
          ))}
        </Stack>
        <ReflectionDetails key={open.id} recordId={record.id} reflection={open} editable={editable} />
      </Box>
    </Stack>
  )
}
