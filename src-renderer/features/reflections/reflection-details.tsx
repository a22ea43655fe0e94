/** One reflection: its day, its prompt, and its framework's sections. */
import { ActionIcon, Group, Stack, Text, Textarea, TextInput, Title, Tooltip } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconTrash } from '@tabler/icons-react'
import { binItem, restoreItem } from '../../../shared/model/bin'
import { editReflection, frameworkOf, type Reflection } from '../../../shared/model/reflection'
import { useRun } from '../../app/session'
import { useDraft } from '../../ui/draft'
import { offerUndo } from '../../ui/undo'
import { VisibilityChip } from '../../ui/visibility-chip'

interface Props {
  readonly recordId: string
  readonly reflection: Reflection
  readonly editable: boolean
}

const useEdit = ({ recordId, reflection }: Props) => {
  const run = useRun()
  const { id, date, prompt } = reflection
  return (base: Partial<Reflection>, next: Partial<Reflection>): void => {
    const same = { date, prompt, sections: {} }
    void run(recordId, editReflection, { id, base: { ...same, ...base }, next: { ...same, ...next } })
  }
}

const SectionText = ({
  section,
  ...props
}: Props & {
  readonly section: { readonly id: string; readonly title: string; readonly prompt: string }
}) => {
  const edit = useEdit(props)
  const draft = useDraft(props.reflection.sections[section.id] ?? '', (base, next: string) =>
    edit({ sections: { [section.id]: base } }, { sections: { [section.id]: next } }),
  )
  return (
    <Textarea
      label={section.title}
      description={section.prompt}
      minRows={3}
      value={draft.value}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onFocus={draft.onFocus}
      onBlur={draft.onBlur}
      disabled={!props.editable}
    />
  )
}

export const ReflectionDetails = (props: Props) => {
  const { recordId, reflection, editable } = props
  const run = useRun()
  const edit = useEdit(props)
  const framework = frameworkOf(reflection.framework)
  const prompt = useDraft(reflection.prompt, (base, next: string) => edit({ prompt: base }, { prompt: next }))
  const remove = async (): Promise<void> => {
    await run(recordId, binItem, { kind: 'reflections', id: reflection.id })
    offerUndo(
      'The reflection is in the bin.',
      () => void run(recordId, restoreItem, { kind: 'reflections', id: reflection.id }),
    )
  }
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={0}>
          <Title order={2}>{framework.title}</Title>
          {framework.attribution !== '' && (
            <Text size="sm" c="dimmed">
              {framework.attribution}
            </Text>
          )}
        </Stack>
        <Tooltip label="Move to the bin">
          <ActionIcon
            variant="subtle"
            color="gray"
            c="dimmed"
            size={36}
            aria-label="Delete reflection"
            disabled={!editable}
            onClick={() => void remove()}
          >
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <TextInput
          label="Prompt"
          placeholder="The question that started it"
          flex={1}
          value={prompt.value}
          onChange={(event) => prompt.change(event.currentTarget.value)}
          onFocus={prompt.onFocus}
          onBlur={prompt.onBlur}
          disabled={!editable}
        />
        <DateInput
          label="Date"
          w={150}
          valueFormat="D MMM YYYY"
          value={reflection.date}
          disabled={!editable}
          onChange={(date) => date && edit({ date: reflection.date }, { date })}
        />
      </Group>
      {framework.sections.map((section) => (
        <SectionText key={section.id} {...props} section={section} />
      ))}
      <Group>
        <VisibilityChip visibility={reflection.visibility} />
      </Group>
    </Stack>
  )
}
