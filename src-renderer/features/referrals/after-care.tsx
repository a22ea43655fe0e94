/** After an urgent day: the contacts that were made, the talk about going back to coaching, and what the coach needed. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import * as v from 'valibot'
import { type ContactDue, contactsOf, markContact } from '../../../shared/model/record/after-care'
import { type Escalation, editEscalation, escalations } from '../../../shared/model/record/referral'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { LabelledTexts } from '../../ui/labelled-text'
import { shortDay } from '../../ui/when'
import { DoneTick } from './done-tick'

const OwnCare = v.object({ ownCare: escalations.fields.ownCare.input })

export const AfterCare = ({
  recordId,
  one,
  editable,
}: {
  readonly recordId: string
  readonly one: Escalation
  readonly editable: boolean
}) => {
  const run = useRun()
  const [writing, setWriting] = useState(false)
  const steps = [
    ...contactsOf(one).map(({ days, due, doneOn }) => ({
      step: days as ContactDue['step'],
      label: t('escalation.contactAfter', { count: days, day: shortDay(due) }),
      doneOn,
    })),
    {
      step: 'return' as const,
      label: t('escalation.returnTalk'),
      doneOn: one.returnedOn,
    },
  ]
  const isFollowed = one.reminded || one.contacts.length > 0
  return (
    <Stack gap="xs" role="group" aria-label={t('escalation.afterward')}>
      {isFollowed && <Text fw={600}>{t('escalation.afterward')}</Text>}
      {isFollowed &&
        steps.map(({ step, label, doneOn }) => (
          <DoneTick
            key={step}
            label={label}
            doneOn={doneOn}
            disabled={!editable}
            onDone={(on) => run(recordId, markContact, { id: one.id, step, today: on })}
          />
        ))}
      <LabelledTexts rows={[[t('escalation.ownCare'), one.ownCare]]} />
      {editable && (
        <Group>
          <Button size="xs" variant="default" onClick={() => setWriting(true)}>
            {t('escalation.ownCare')}
          </Button>
        </Group>
      )}
      {writing && (
        <ItemForm
          id={`own-care/${one.id}`}
          title={t('escalation.ownCare')}
          action={t('common.save')}
          schema={OwnCare}
          initial={{ ownCare: one.ownCare }}
          fields={[
            {
              name: 'ownCare',
              label: t('escalation.ownCareLabel'),
              hint: t('escalation.ownCareHint'),
              as: 'text',
            },
          ]}
          onClose={() => setWriting(false)}
          onSubmit={(next, base) => run(recordId, editEscalation, { id: one.id, base, next })}
        />
      )}
    </Stack>
  )
}
