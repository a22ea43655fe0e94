/** Opening a goal, or changing one. */
import { Button, Group, Modal, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import * as v from 'valibot'
import { emptyGoal, GoalInput } from '../../../shared/model/goal'
import { categoryLabels, goalStatusLabels, options } from '../../ui/labels'
import { validateWith } from '../../ui/validate'

export const GoalForm = ({
  title,
  action,
  initial = emptyGoal,
  onSubmit,
  onClose,
}: {
  readonly title: string
  readonly action: string
  readonly initial?: GoalInput
  readonly onSubmit: (input: GoalInput) => Promise<void>
  readonly onClose: () => void
}) => {
  const [busy, setBusy] = useState(false)
  const form = useForm({ initialValues: initial, validate: validateWith(GoalInput) })
  const submit = async (values: GoalInput): Promise<void> => {
    setBusy(true)
    await onSubmit(v.parse(GoalInput, values))
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack gap="md">
          <TextInput
            label="Goal"
            placeholder="In a few words, as the mentee would say it"
            data-autofocus
            {...form.getInputProps('title')}
          />
          <SimpleGrid cols={3} spacing="md">
            <Select label="Category" data={options(categoryLabels)} {...form.getInputProps('category')} />
            <Select label="Status" data={options(goalStatusLabels)} {...form.getInputProps('status')} />
            <DateInput
              label="Target date"
              clearable
              valueFormat="D MMM YYYY"
              {...form.getInputProps('targetDate')}
            />
          </SimpleGrid>
          <Textarea label="Why it matters" {...form.getInputProps('why')} />
          <Textarea
            label="How we will know"
            description="A measure: what will be different, and how it shows"
            {...form.getInputProps('measure')}
          />
          <Textarea label="Strategies" {...form.getInputProps('strategies')} />
          <SimpleGrid cols={2} spacing="md">
            <Textarea
              label="Obstacle"
              description="What might get in the way"
              {...form.getInputProps('obstacle')}
            />
            <Textarea
              label="If-then plan"
              description="If it does, then …"
              {...form.getInputProps('ifThen')}
            />
          </SimpleGrid>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
