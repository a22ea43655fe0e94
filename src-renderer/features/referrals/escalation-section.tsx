/** Escalation records: apart from every list, search, export and hand-over; after signing, only dated additions. */

import { Alert, Button, Card, Collapse, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFlag } from '@tabler/icons-react'
import { useState } from 'react'
import { isNewerRecord, type RecordProjection } from '../../../shared/model/projection'
import {
  additions,
  addTold,
  type Escalation,
  editEscalation,
  escalations,
  signEscalation,
  toldPeople,
} from '../../../shared/model/referral'
import { useTyped } from '../../app/kept-typing'
import { useRun } from '../../app/session'
import { type FormField, ItemForm } from '../../ui/item-form'
import { escalationLabels, options } from '../../ui/labels'
import { VisibilityChip } from '../../ui/visibility-chip'
import { longDay, shortDay, today } from '../../ui/when'
import { HelpButton } from '../help/help-button'
import { EscalationNotices } from '../merging/notices'

const fields: readonly FormField<Escalation>[] = [
  { name: 'kind', label: 'Kind', as: 'choice', options: options(escalationLabels) },
  { name: 'date', label: 'Date', as: 'day', optional: false },
  { name: 'seen', label: 'What I saw and heard', as: 'text', hint: 'Facts and quotations' },
  { name: 'steps', label: 'Immediate steps', as: 'text' },
  {
    name: 'basis',
    label: 'Basis, in a sentence',
    as: 'text',
    hint: 'The articulable and significant threat that made telling others necessary',
  },
  { name: 'disclosed', label: 'The minimum that was disclosed', as: 'text' },
  {
    name: 'menteeTold',
    label: 'Was the mentee told',
    as: 'choice',
    options: [
      { value: '', label: 'Not said' },
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  },
  { name: 'resources', label: 'Resources given', as: 'text' },
  { name: 'followUp', label: 'Follow-up', as: 'text' },
]

const told: readonly FormField<Escalation['told'][number]>[] = [
  { name: 'name', label: 'Name' },
  { name: 'role', label: 'Role' },
  { name: 'when', label: 'When' },
  { name: 'how', label: 'How' },
]

const EscalationCard = ({
  recordId,
  one,
  editable,
}: {
  readonly recordId: string
  readonly one: Escalation
  readonly editable: boolean
}) => {
  const run = useRun()
  const [form, setForm] = useState<'edit' | 'told'>()
  const [addition, setAddition] = useTyped(`addition ${one.id}`, '')
  const signed = one.signedAt !== null
  const add = async (): Promise<void> => {
    if (addition.trim() === '') return
    await run(recordId, additions.add, { of: one.id, date: today(), text: addition.trim() })
    setAddition('')
  }
  const rows = [
    ['What I saw and heard', one.seen],
    ['Immediate steps', one.steps],
    ['Basis', one.basis],
    ['Disclosed', one.disclosed],
    ['Resources given', one.resources],
    ['Follow-up', one.followUp],
    ['The mentee was told', one.menteeTold],
  ].filter(([, text]) => text !== '')
  return (
    <Card component="article" aria-label={escalationLabels[one.kind]}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={3}>
            {escalationLabels[one.kind]}, {longDay(one.date)}
          </Title>
          <VisibilityChip visibility="escalation" />
        </Group>
        {rows.map(([label, text]) => (
          <Text key={label} size="sm" style={{ whiteSpace: 'pre-line' }}>
            <Text span c="dimmed">
              {label}:{' '}
            </Text>
            {text}
          </Text>
        ))}
        {one.told.map((person) => (
          <Text key={person.id} size="sm">
            <Text span c="dimmed">
              Told:{' '}
            </Text>
            {[person.name, person.role, person.when, person.how].filter(Boolean).join(', ')}
          </Text>
        ))}
        {one.additions.map((entry) => (
          <Text key={entry.id} size="sm" style={{ whiteSpace: 'pre-line' }}>
            <Text span c="dimmed">
              Added {shortDay(entry.date)}:{' '}
            </Text>
            {entry.text}
          </Text>
        ))}
        {signed && (
          <Text size="sm" c="dimmed">
            Signed on {longDay(one.signedAt?.slice(0, 10) ?? '')}. Only dated additions can follow.
            {one.closedOn === null ? '' : ` Closed on ${longDay(one.closedOn)}.`}
          </Text>
        )}
        {editable && !signed && (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => setForm('edit')}>
              Edit
            </Button>
            <Button size="xs" variant="default" onClick={() => setForm('told')}>
              Add who was told
            </Button>
            <Button size="xs" onClick={() => void run(recordId, signEscalation, one.id)}>
              Sign
            </Button>
          </Group>
        )}
        {editable && signed && (
          <Stack gap="xs">
            <Textarea
              label="Addition"
              value={addition}
              onChange={(event) => setAddition(event.currentTarget.value)}
            />
            <Group gap="xs">
              <Button size="xs" variant="default" onClick={() => void add()}>
                Add with today’s date
              </Button>
              <Button
                size="xs"
                variant="default"
                onClick={() =>
                  void run(recordId, editEscalation, {
                    id: one.id,
                    next: { closedOn: one.closedOn === null ? today() : null },
                  })
                }
              >
                {one.closedOn === null ? 'Close' : 'Open again'}
              </Button>
            </Group>
          </Stack>
        )}
      </Stack>
      {form === 'edit' && (
        <ItemForm
          title="Edit escalation"
          action="Save"
          schema={escalations.input}
          initial={one}
          fields={fields as readonly FormField<typeof escalations.empty>[]}
          onClose={() => setForm(undefined)}
          onSubmit={(next) => run(recordId, editEscalation, { id: one.id, base: one, next })}
        />
      )}
      {form === 'told' && (
        <ItemForm
          title="Who was told"
          action="Add"
          schema={toldPeople.input}
          initial={toldPeople.empty}
          fields={told as readonly FormField<typeof toldPeople.empty>[]}
          onClose={() => setForm(undefined)}
          onSubmit={(input) => run(recordId, addTold, { of: one.id, ...input })}
        />
      )}
    </Card>
  )
}

export const EscalationSection = ({
  record,
  editable,
}: {
  readonly record: RecordProjection
  readonly editable: boolean
}) => {
  const run = useRun()
  const [open, { toggle }] = useDisclosure(false)
  const [adding, setAdding] = useState(false)
  const list = record.escalations.filter(({ deletedAt }) => deletedAt === null)
  return (
    <Stack gap="sm" component="section" aria-label="Escalation">
      <Group>
        <Button
          variant="subtle"
          color="gray"
          c="dimmed"
          leftSection={<IconFlag size={16} stroke={1.6} />}
          aria-expanded={open}
          onClick={toggle}
        >
          Escalation
        </Button>
        <HelpButton topic="escalation" />
      </Group>
      <Collapse expanded={open} transitionDuration={0}>
        <Stack gap="sm">
          <Alert color="amber" title="Kept apart">
            Only when needed. It stands in no list, search, report, hand-over or export. Write facts and
            quotations; after signing, only dated additions can be made.
          </Alert>
          <EscalationNotices record={record} />
          {list.map((one) => (
            <EscalationCard key={one.id} recordId={record.id} one={one} editable={editable} />
          ))}
          {editable && !isNewerRecord(record) && (
            <Group>
              <Button variant="default" onClick={() => setAdding(true)}>
                New escalation record
              </Button>
            </Group>
          )}
        </Stack>
      </Collapse>
      {adding && (
        <ItemForm
          title="New escalation record"
          action="Add"
          schema={escalations.input}
          initial={{ ...escalations.empty, date: today() }}
          fields={fields as readonly FormField<typeof escalations.empty>[]}
          onClose={() => setAdding(false)}
          onSubmit={(input) => run(record.id, escalations.add, input)}
        />
      )}
    </Stack>
  )
}
