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
  isFormerKind,
  signEscalation,
  toldPeople,
} from '../../../shared/model/record/referral'
import { spoken, t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import type { FormField } from '../../forms/item-field'
import { ItemForm } from '../../forms/item-form'
import { useLine } from '../../forms/line'
import { Icon } from '../../ui/icon'
import { LabelledTexts } from '../../ui/labelled-text'
import { escalationLabels, options } from '../../ui/labels'
import { VisibilityChip } from '../../ui/visibility-chip'
import { longDay, shortDay, today, useToday } from '../../ui/when'
import { Written } from '../../ui/written'
import { HelpButton } from '../help/help-button'
import { EscalationNotices } from '../merging/notices'

const fields: readonly FormField<Escalation>[] = [
  spoken(
    { label: 'common.kind' },
    {
      name: 'kind',
      as: 'choice',
      options: options(escalationLabels).filter(({ value }) => !isFormerKind(value)),
    },
  ),
  spoken({ label: 'common.date' }, { name: 'date', as: 'day', optional: false }),
  spoken(
    { label: 'escalation.facts', hint: 'escalation.factsAndQuotations' },
    { name: 'seen', as: 'text' },
  ),
  spoken({ label: 'escalation.immediateSteps' }, { name: 'steps', as: 'text' }),
  spoken(
    { label: 'escalation.basisLabel', hint: 'escalation.basisHint' },
    { name: 'basis', as: 'text' },
  ),
  spoken({ label: 'escalation.disclosedHint' }, { name: 'disclosed', as: 'text' }),
  spoken(
    { label: 'escalation.wasMenteeTold' },
    {
      name: 'menteeTold',
      as: 'choice',
      options: [
        spoken({ label: 'escalation.notSaid' }, { value: '' }),
        spoken({ label: 'common.yes' }, { value: 'yes' }),
        spoken({ label: 'common.no' }, { value: 'no' }),
      ],
    },
  ),
  spoken({ label: 'escalation.resourcesGiven' }, { name: 'resources', as: 'text' }),
  spoken({ label: 'escalation.followUp' }, { name: 'followUp', as: 'text' }),
]

const told: readonly FormField<Escalation['told'][number]>[] = [
  spoken({ label: 'common.name' }, { name: 'name' }),
  spoken({ label: 'escalation.role' }, { name: 'role' }),
  spoken({ label: 'common.when' }, { name: 'when' }),
  spoken({ label: 'common.how' }, { name: 'how' }),
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
  const line = useLine(`addition/${one.id}`, { text: '' })
  const signed = one.signedAt !== null
  const add = line.enter(({ text }) =>
    run(recordId, additions.add, { of: one.id, date: today(), text }),
  )
  const rows = [
    [t('escalation.facts'), one.seen],
    [t('escalation.immediateSteps'), one.steps],
    [t('escalation.basis'), one.basis],
    [t('escalation.disclosed'), one.disclosed],
    [t('escalation.resourcesGiven'), one.resources],
    [t('escalation.followUp'), one.followUp],
    [t('escalation.menteeWasTold'), one.menteeTold],
  ] as const
  return (
    <Card component="article" aria-label={escalationLabels[one.kind]}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={3}>
            {escalationLabels[one.kind]}, {longDay(one.date)}
          </Title>
          <VisibilityChip visibility="escalation" />
        </Group>
        <LabelledTexts rows={rows} />
        {one.told.map((person) => (
          <Text key={person.id} size="sm">
            <Text span c="dimmed">
              {t('escalation.toldBefore')}{' '}
            </Text>
            {[person.name, person.role, person.when, person.how].filter(Boolean).join(', ')}
          </Text>
        ))}
        {one.additions.map((entry) => (
          <Written key={entry.id} size="sm">
            <Text span c="dimmed">
              {t('escalation.addedOn', { day: shortDay(entry.date) })}{' '}
            </Text>
            {entry.text}
          </Written>
        ))}
        {signed && (
          <Text size="sm" c="dimmed">
            {one.closedOn === null
              ? t('escalation.signedOn', { day: longDay(one.signedAt?.slice(0, 10) ?? '') })
              : t('escalation.signedAndClosedOn', {
                  signed: longDay(one.signedAt?.slice(0, 10) ?? ''),
                  closed: longDay(one.closedOn),
                })}
          </Text>
        )}
        {editable && !signed && (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => setForm('edit')}>
              {t('common.edit')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setForm('told')}>
              {t('escalation.addTold')}
            </Button>
            <Button size="xs" onClick={() => void run(recordId, signEscalation, one.id)}>
              {t('escalation.sign')}
            </Button>
          </Group>
        )}
        {editable && signed && (
          <Stack gap="xs" component="form" onSubmit={(event) => void add(event)}>
            <Textarea
              label={t('escalation.addition')}
              value={line.values.text}
              error={line.error}
              onChange={(event) => line.set({ text: event.currentTarget.value })}
            />
            <Group gap="xs">
              <Button size="xs" variant="default" type="submit">
                {t('escalation.addDated')}
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
                {one.closedOn === null ? t('common.close') : t('escalation.reopen')}
              </Button>
            </Group>
          </Stack>
        )}
      </Stack>
      {form === 'edit' && (
        <ItemForm
          id={`escalation/${one.id}`}
          title={t('escalation.edit')}
          action={t('common.save')}
          schema={escalations.input}
          initial={one}
          fields={fields as readonly FormField<typeof escalations.empty>[]}
          onClose={() => setForm(undefined)}
          onSubmit={(next, base) => run(recordId, editEscalation, { id: one.id, base, next })}
        />
      )}
      {form === 'told' && (
        <ItemForm
          id={`who-was-told/${one.id}`}
          title={t('escalation.whoWasTold')}
          action={t('common.add')}
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
  const day = useToday()
  const list = record.escalations.filter(({ deletedAt }) => deletedAt === null)
  return (
    <Stack gap="sm" component="section" aria-label={t('escalation.title')}>
      <Group>
        <Button
          variant="subtle"
          color="gray"
          c="dimmed"
          leftSection={<Icon of={IconFlag} />}
          aria-expanded={open}
          onClick={toggle}
        >
          {t('escalation.title')}
        </Button>
        <HelpButton topic="escalation" />
      </Group>
      <Collapse expanded={open} transitionDuration={0}>
        <Stack gap="sm">
          <Alert color="amber" title={t('escalation.keptApart')}>
            {t('escalation.intro')}
          </Alert>
          <EscalationNotices record={record} />
          {list.map((one) => (
            <EscalationCard key={one.id} recordId={record.id} one={one} editable={editable} />
          ))}
          {editable && !isNewerRecord(record) && (
            <Group>
              <Button variant="default" onClick={() => setAdding(true)}>
                {t('escalation.new')}
              </Button>
            </Group>
          )}
        </Stack>
      </Collapse>
      {adding && (
        <ItemForm
          id={`new-escalation/${record.id}`}
          title={t('escalation.new')}
          action={t('common.add')}
          schema={escalations.input}
          initial={{ ...escalations.empty, date: day }}
          fields={fields as readonly FormField<typeof escalations.empty>[]}
          onClose={() => setAdding(false)}
          onSubmit={(input) => run(record.id, escalations.add, input)}
        />
      )}
    </Stack>
  )
}
