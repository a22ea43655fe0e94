/** One escalation: its facts until it is signed, dated additions and what came afterward from then on. */
import { Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
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
import { LabelledTexts } from '../../ui/labelled-text'
import { escalationLabels, options, sourceLabels, yesNoLabels } from '../../ui/labels'
import { VisibilityChip } from '../../ui/visibility-chip'
import { longDay, shortDay, today } from '../../ui/when'
import { Written } from '../../ui/written'
import { AfterCare } from './after-care'
import { FirstSteps } from './first-steps'

export const escalationFields: readonly FormField<Escalation>[] = [
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
    { label: 'escalation.tellBy', hint: 'escalation.tellByHint' },
    { name: 'tellBy', as: 'day' },
  ),
  spoken({ label: 'escalation.tellByTime' }, { name: 'tellByTime', as: 'time' }),
  spoken(
    { label: 'escalation.source' },
    { name: 'source', as: 'choice', options: options(sourceLabels) },
  ),
  spoken(
    { label: 'escalation.facts', hint: 'escalation.factsAndQuotations' },
    { name: 'seen', as: 'text' },
  ),
  spoken({ label: 'escalation.immediateSteps' }, { name: 'steps', as: 'text' }),
  spoken({ heading: 'escalation.safety' }),
  spoken(
    { label: 'escalation.askedSuicide' },
    { name: 'askedSuicide', as: 'choice', options: options(yesNoLabels) },
  ),
  spoken({ label: 'escalation.notAloneUntil' }, { name: 'notAloneUntil' }),
  spoken({ label: 'escalation.askedWords' }, { name: 'askedWords', as: 'text' }),
  spoken(
    { label: 'escalation.welfareCheck', hint: 'escalation.welfareCheckHint' },
    { name: 'welfareCheck' },
  ),
  spoken(
    { label: 'escalation.reminded', hint: 'escalation.remindedHint' },
    { name: 'reminded', as: 'check', wide: true },
  ),
  spoken({ heading: 'escalation.passedOn' }),
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
      options: options(yesNoLabels),
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

/** Nothing is said of what was not filled in. */
const said = <Value extends string>(
  labels: Readonly<Record<Value, string>>,
  value: Value,
): string => (value === '' ? '' : labels[value])

export const EscalationCard = ({
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
    [t('escalation.source'), said(sourceLabels, one.source)],
    [t('escalation.facts'), one.seen],
    [t('escalation.immediateSteps'), one.steps],
    [t('escalation.askedSuicide'), said(yesNoLabels, one.askedSuicide)],
    [t('escalation.askedWords'), one.askedWords],
    [t('escalation.notAloneUntil'), one.notAloneUntil],
    [t('escalation.welfareCheck'), one.welfareCheck],
    [t('escalation.basis'), one.basis],
    [t('escalation.disclosed'), one.disclosed],
    [t('escalation.resourcesGiven'), one.resources],
    [t('escalation.followUp'), one.followUp],
    [t('escalation.menteeWasTold'), said(yesNoLabels, one.menteeTold)],
  ] as const
  return (
    <Card component="article" aria-label={escalationLabels[one.kind]} data-item={one.id}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={3}>
            {escalationLabels[one.kind]}, {longDay(one.date)}
          </Title>
          <VisibilityChip visibility="escalation" />
        </Group>
        <FirstSteps recordId={recordId} one={one} editable={editable} />
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
        <AfterCare recordId={recordId} one={one} editable={editable} />
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
          fields={escalationFields as readonly FormField<typeof escalations.empty>[]}
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
