/** Adding a mentee, or changing one. */
import {
  Button,
  Collapse,
  Group,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import * as v from 'valibot'
import { emptyMentee, MenteeInput } from '../../../shared/model/mentee'
import { options, statusLabels } from '../../ui/labels'
import { validateWith } from '../../ui/validate'

export const MenteeForm = ({
  title,
  action,
  initial = emptyMentee,
  onSubmit,
  onClose,
}: {
  readonly title: string
  readonly action: string
  readonly initial?: MenteeInput
  readonly onSubmit: (input: MenteeInput) => Promise<void>
  readonly onClose: () => void
}) => {
  const [more, setMore] = useState(initial !== emptyMentee)
  const [busy, setBusy] = useState(false)
  const form = useForm({ initialValues: initial, validate: validateWith(MenteeInput) })

  const submit = async (values: MenteeInput): Promise<void> => {
    setBusy(true)
    await onSubmit(v.parse(MenteeInput, values))
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack gap="md">
          <SimpleGrid cols={2} spacing="md">
            <TextInput
              label="Name"
              required
              withAsterisk={false}
              data-autofocus
              {...form.getInputProps('name')}
            />
            <TextInput label="Preferred name" {...form.getInputProps('preferredName')} />
            <TextInput label="Pronouns" placeholder="she/her" {...form.getInputProps('pronouns')} />
            <NumberInput
              label="Class (graduation year)"
              placeholder="2029"
              min={1950}
              max={2150}
              allowDecimal={false}
              hideControls
              value={form.values.classYear ?? ''}
              onChange={(year) => form.setFieldValue('classYear', typeof year === 'number' ? year : null)}
              error={form.errors.classYear}
            />
          </SimpleGrid>
          <Collapse expanded={more} transitionDuration={0}>
            <Stack gap="md">
              <SimpleGrid cols={2} spacing="md">
                <TextInput label="E-mail" {...form.getInputProps('email')} />
                <TextInput label="Phone" {...form.getInputProps('phone')} />
                <Select label="Status" data={options(statusLabels)} {...form.getInputProps('status')} />
                <TextInput label="REACH group" {...form.getInputProps('reachGroup')} />
                <DateInput
                  label="Coached since"
                  clearable
                  valueFormat="D MMM YYYY"
                  {...form.getInputProps('coachedSince')}
                />
                <NumberInput
                  label="Meet every (weeks)"
                  min={1}
                  max={52}
                  allowDecimal={false}
                  {...form.getInputProps('cadenceWeeks')}
                />
              </SimpleGrid>
              <Textarea label="Strengths" {...form.getInputProps('strengths')} />
              <Textarea label="Values" {...form.getInputProps('values')} />
              <Textarea label="Interests" {...form.getInputProps('interests')} />
            </Stack>
          </Collapse>
          <Group justify="space-between">
            <Button
              variant="subtle"
              color="gray"
              c="dimmed"
              onClick={() => setMore(!more)}
              aria-expanded={more}
            >
              {more ? 'Fewer fields' : 'More fields'}
            </Button>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" loading={busy}>
                {action}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
