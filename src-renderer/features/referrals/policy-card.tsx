/** The policy card: what the school has this coach report, to whom, and the sentence to say. Looked at once a year. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import * as v from 'valibot'
import { settings as declared, setSettings } from '../../../shared/model/caseload/caseload'
import { spoken, t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { Icon } from '../../ui/icon'
import { LabelledTexts } from '../../ui/labelled-text'
import { options } from '../../ui/labels'
import { LineButton } from '../../ui/line-button'
import { Section } from '../../ui/section'
import { longDay, useToday } from '../../ui/when'

const answerLabels = spoken({
  '': 'policy.notKnown',
  yes: 'common.yes',
  no: 'common.no',
  ask: 'policy.ask',
})

const {
  policyReporter,
  policySecurity,
  policyTo,
  policyWithin,
  policyHours,
  policySentence,
  policyReviewedOn,
} = declared.fields
const Policy = v.object({
  policyReporter: policyReporter.input,
  policySecurity: policySecurity.input,
  policyTo: policyTo.input,
  policyWithin: policyWithin.input,
  policyHours: policyHours.input,
  policySentence: policySentence.input,
  policyReviewedOn: policyReviewedOn.input,
})

const Lines = () => {
  const { settings } = useVault()
  return (
    <LabelledTexts
      rows={[
        [
          t('policy.reporter'),
          settings.policyReporter === '' ? '' : answerLabels[settings.policyReporter],
        ],
        [
          t('policy.security'),
          settings.policySecurity === '' ? '' : answerLabels[settings.policySecurity],
        ],
        [t('policy.to'), settings.policyTo],
        [
          t('policy.within'),
          settings.policyHours === 0 || settings.policyWithin !== ''
            ? settings.policyWithin
            : t('policy.inHours', { count: settings.policyHours }),
        ],
        [t('policy.sentence'), settings.policySentence],
        [
          t('policy.reviewedOn'),
          settings.policyReviewedOn === null ? '' : longDay(settings.policyReviewedOn),
        ],
      ]}
    />
  )
}

/** Where it is needed: what it says, and as long as the answer is missing, the way there. A sentence may stand alone. */
export const PolicyLines = () => {
  const { settings } = useVault()
  return (
    <Stack gap={4} role="group" aria-label={t('policy.title')}>
      {settings.policyReporter === '' && (
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {t('policy.missing')}
          </Text>
          <LineButton onClick={() => go({ screen: 'settings', section: 'policy' })}>
            {t('policy.fillIn')}
          </LineButton>
        </Group>
      )}
      <Lines />
    </Stack>
  )
}

export const PolicySettings = () => {
  const runOnVault = useRunOnVault()
  const { settings } = useVault()
  const [editing, setEditing] = useState(false)
  const day = useToday()
  return (
    <Section
      title={t('policy.title')}
      action={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icon of={IconPencil} size="small" />}
          onClick={() => setEditing(true)}
        >
          {t('policy.edit')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('policy.intro')}
      </Text>
      <Lines />
      {editing && (
        <ItemForm
          id="policy"
          title={t('policy.title')}
          action={t('common.save')}
          schema={Policy}
          initial={{
            policyReporter: settings.policyReporter,
            policySecurity: settings.policySecurity,
            policyTo: settings.policyTo,
            policyWithin: settings.policyWithin,
            policyHours: settings.policyHours,
            policySentence: settings.policySentence,
            // Whoever fills it in has just looked.
            policyReviewedOn: settings.policyReviewedOn ?? day,
          }}
          fields={[
            {
              name: 'policyReporter',
              label: t('policy.reporter'),
              as: 'choice',
              options: options(answerLabels),
            },
            {
              name: 'policySecurity',
              label: t('policy.security'),
              hint: t('policy.securityHint'),
              as: 'choice',
              options: options(answerLabels),
            },
            { name: 'policyTo', label: t('policy.to'), placeholder: t('policy.toExample') },
            { name: 'policyWithin', label: t('policy.within') },
            {
              name: 'policyHours',
              label: t('policy.hours'),
              hint: t('policy.hoursHint'),
              as: 'number',
              min: 0,
              max: 720,
            },
            {
              name: 'policySentence',
              label: t('policy.sentence'),
              hint: t('policy.sentenceHint'),
              as: 'text',
            },
            { name: 'policyReviewedOn', label: t('policy.reviewedOn'), as: 'day' },
          ]}
          onClose={() => setEditing(false)}
          onSubmit={(next) => runOnVault(setSettings, next)}
        />
      )}
    </Section>
  )
}
