/** A mentee's record itself: who they are, placements, agreement, what was disclosed, and escalations apart. */
import { Badge, Button, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { type ImportantDate, importantDates, type Rotation, rotations } from '../../../shared/model/placement'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import { disclosures } from '../../../shared/model/sharing'
import { useBin, useRun } from '../../app/session'
import { ItemForm } from '../../ui/item-form'
import { dateKindLabels, options, phaseLabels } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { Axes } from '../../ui/visibility-chip'
import { longDay, shortDay, today } from '../../ui/when'
import { AgreementSection } from '../agreement/agreement-section'
import { EscalationSection } from '../referrals/escalation-section'

const add = (onClick: () => void, label: string) => (
  <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} />} onClick={onClick}>
    {label}
  </Button>
)

const About = ({ record }: { readonly record: RecordProjection }) => {
  const { mentee } = record
  const facts = [
    ['Name', mentee.name],
    ['Student ID', mentee.studentId],
    ['E-mail', mentee.email],
    ['Phone', mentee.phone],
    ['Phase', mentee.phase === '' ? '' : phaseLabels[mentee.phase]],
    ['Coached since', mentee.coachedSince === null ? '' : longDay(mentee.coachedSince)],
    ['Meet', `every ${mentee.cadenceWeeks === 1 ? 'week' : `${mentee.cadenceWeeks} weeks`}`],
    ['Strengths', mentee.strengths],
    ['Values', mentee.values],
    ['Interests', mentee.interests],
    ['Rather not talk about', mentee.avoid],
  ].filter(([, text]) => text !== '')
  return (
    <Section title="About">
      {facts.map(([label, text]) => (
        <Group key={label} gap="md" wrap="nowrap" align="flex-start">
          <Text size="sm" c="dimmed" w={150} style={{ flexShrink: 0 }}>
            {label}
          </Text>
          <Text style={{ whiteSpace: 'pre-line' }}>{text}</Text>
        </Group>
      ))}
    </Section>
  )
}

const Rotations = ({
  record,
  editable,
}: {
  readonly record: RecordProjection
  readonly editable: boolean
}) => {
  const run = useRun()
  const bin = useBin(record.id)
  const [form, setForm] = useState<Rotation | 'new'>()
  const list = [...kept(record.rotations)].sort((a, b) => b.start.localeCompare(a.start))
  return (
    <Section title="Rotations" action={editable && add(() => setForm('new'), 'Add rotation')}>
      {list.length === 0 && (
        <Text size="sm" c="dimmed">
          Clinical blocks, with site and dates. The present one stands under the name.
        </Text>
      )}
      {list.map((one) => (
        <Group key={one.id} justify="space-between" wrap="nowrap">
          <div>
            <Text fw={600}>
              {one.block} {one.start <= today() && today() <= one.end && <Badge ml={6}>Now</Badge>}
            </Text>
            <Text size="sm" c="dimmed">
              {[one.site, `${shortDay(one.start)} to ${shortDay(one.end)}`].filter(Boolean).join(' · ')}
            </Text>
          </div>
          {editable && (
            <Group gap={0} wrap="nowrap">
              <QuietButton name={`Edit ${one.block}`} icon={IconPencil} onClick={() => setForm(one)} />
              <QuietButton
                name={`Delete ${one.block}`}
                icon={IconTrash}
                onClick={() => void bin('rotations', one.id, 'The rotation is in the bin.')}
              />
            </Group>
          )}
        </Group>
      ))}
      {form !== undefined && (
        <ItemForm
          title={form === 'new' ? 'Add rotation' : 'Edit rotation'}
          action="Save"
          schema={rotations.input}
          initial={form === 'new' ? { ...rotations.empty, start: today(), end: today() } : form}
          fields={[
            { name: 'block', label: 'Rotation', placeholder: 'Surgery' },
            { name: 'site', label: 'Site' },
            { name: 'start', label: 'From', as: 'day', optional: false },
            { name: 'end', label: 'Until', as: 'day', optional: false },
          ]}
          onClose={() => setForm(undefined)}
          onSubmit={(next) =>
            form === 'new'
              ? run(record.id, rotations.add, next)
              : run(record.id, rotations.edit, { id: form.id, base: form, next })
          }
        />
      )}
    </Section>
  )
}

const Dates = ({ record, editable }: { readonly record: RecordProjection; readonly editable: boolean }) => {
  const run = useRun()
  const bin = useBin(record.id)
  const [form, setForm] = useState<ImportantDate | 'new'>()
  const list = [...kept(record.importantDates)].sort((a, b) => a.date.localeCompare(b.date))
  return (
    <Section title="Important dates" action={editable && add(() => setForm('new'), 'Add date')}>
      {list.length === 0 && (
        <Text size="sm" c="dimmed">
          Exams, leave, deadlines. What is ahead stands in the brief.
        </Text>
      )}
      {list.map((one) => (
        <Group key={one.id} justify="space-between" wrap="nowrap">
          <Text {...(one.date < today() ? { c: 'dimmed' } : {})}>
            {one.title}
            <Text span size="sm" c="dimmed">
              {' '}
              · {dateKindLabels[one.kind]} · {shortDay(one.date)}
              {one.until === null ? '' : ` to ${shortDay(one.until)}`}
            </Text>
          </Text>
          {editable && (
            <Group gap={0} wrap="nowrap">
              <QuietButton name={`Edit ${one.title}`} icon={IconPencil} onClick={() => setForm(one)} />
              <QuietButton
                name={`Delete ${one.title}`}
                icon={IconTrash}
                onClick={() => void bin('importantDates', one.id, 'The date is in the bin.')}
              />
            </Group>
          )}
        </Group>
      ))}
      {form !== undefined && (
        <ItemForm
          title={form === 'new' ? 'Add date' : 'Edit date'}
          action="Save"
          schema={importantDates.input}
          initial={form === 'new' ? { ...importantDates.empty, date: today() } : form}
          fields={[
            { name: 'title', label: 'What', placeholder: 'Step 1' },
            { name: 'kind', label: 'Kind', as: 'choice', options: options(dateKindLabels) },
            { name: 'date', label: 'On', as: 'day', optional: false },
            { name: 'until', label: 'Until', as: 'day' },
          ]}
          onClose={() => setForm(undefined)}
          onSubmit={(next) =>
            form === 'new'
              ? run(record.id, importantDates.add, next)
              : run(record.id, importantDates.edit, { id: form.id, base: form, next })
          }
        />
      )}
    </Section>
  )
}

const Copies = ({ record }: { readonly record: RecordProjection }) => {
  const copies = kept(record.copies)
  if (copies.length === 0) return null
  return (
    <Section title="Shared copies">
      {copies.map((one) => (
        <Stack key={one.id} gap={2}>
          <Group justify="space-between">
            <Text fw={600}>{one.title}</Text>
            <Group gap="xs">
              <Axes visibility={one.visibility} provenance={one.provenance} />
              <Text size="sm" c="dimmed">
                {shortDay(one.date)}
              </Text>
            </Group>
          </Group>
          {one.text !== '' && (
            <Text size="sm" lineClamp={4} style={{ whiteSpace: 'pre-line' }}>
              {one.text}
            </Text>
          )}
        </Stack>
      ))}
    </Section>
  )
}

const howLabels = {
  sharing: 'Shared copy',
  print: 'Printed',
  'hand-over': 'Hand-over',
  export: 'File',
  told: 'Told or shown',
} as const

const DisclosureLog = ({
  record,
  editable,
}: {
  readonly record: RecordProjection
  readonly editable: boolean
}) => {
  const run = useRun()
  const [adding, setAdding] = useState(false)
  return (
    <Section title="Disclosure log" action={editable && add(() => setAdding(true), 'Add disclosure')}>
      {record.disclosures.length === 0 ? (
        <Text size="sm" c="dimmed">
          What left, to whom, when and why. Each sharing writes its own line.
        </Text>
      ) : (
        <Table aria-label="Disclosure log" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>When</Table.Th>
              <Table.Th>What</Table.Th>
              <Table.Th>To whom</Table.Th>
              <Table.Th>Why</Table.Th>
              <Table.Th>How</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {record.disclosures.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td className="tabular">{shortDay(one.date)}</Table.Td>
                <Table.Td>{one.what}</Table.Td>
                <Table.Td>{one.to}</Table.Td>
                <Table.Td>{one.why || '–'}</Table.Td>
                <Table.Td>{howLabels[one.how]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {adding && (
        <ItemForm
          title="Add disclosure"
          action="Add"
          schema={disclosures.input}
          initial={{ ...disclosures.empty, date: today(), how: 'told' as const }}
          fields={[
            { name: 'what', label: 'What', wide: true },
            { name: 'to', label: 'To whom' },
            { name: 'date', label: 'When', as: 'day', optional: false },
            { name: 'why', label: 'Why', wide: true },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={(input) => run(record.id, disclosures.add, input)}
        />
      )}
    </Section>
  )
}

export const RecordTab = ({ record }: { readonly record: RecordProjection }) => {
  const editable = !isNewerRecord(record)
  return (
    <Stack gap="md" pt="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <Stack gap="md">
          <About record={record} />
          <AgreementSection record={record} editable={editable} />
        </Stack>
        <Stack gap="md">
          <Rotations record={record} editable={editable} />
          <Dates record={record} editable={editable} />
          <Copies record={record} />
        </Stack>
      </SimpleGrid>
      <DisclosureLog record={record} editable={editable} />
      <EscalationSection record={record} editable={editable} />
    </Stack>
  )
}
