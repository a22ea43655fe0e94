/**
 * The mentee asks their coach for a letter. Writing one ends "I do not assess you", so it is declined, for which there are
 * kind words to copy, or the role is changed: on a day, and with the mentee's yes.
 */
import { Button, Card, Group, Stack, Text } from '@mantine/core'
import * as v from 'valibot'
import type { RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { answerLetter, type Season } from '../../../shared/model/record/season'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { letterAnswerLabels, options } from '../../ui/labels'
import { offerNote } from '../../ui/undo'
import { useToday } from '../../ui/when'

const Asked = v.pipe(
  v.object({
    answer: v.picklist(['letter-declined', 'letter-role-changed']),
    askedOn: v.pipe(
      v.string(),
      v.isoDate(() => t('ending.dayMissing')),
    ),
    theySaidYes: v.boolean(),
  }),
  v.forward(
    v.check(
      ({ answer, theySaidYes }) => answer === 'letter-declined' || theySaidYes,
      () => t('season.yesMissing'),
    ),
    ['theySaidYes'],
  ),
)

const Words = ({ name }: { readonly name: string }) => {
  const words = t('season.declineWords', { name })
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(words)
    offerNote(t('season.wordsCopied'))
  }
  return (
    <Card p="sm" mb="xs">
      <Stack gap={4}>
        <Text size="sm">{words}</Text>
        <Group>
          <Button size="compact-sm" variant="subtle" onClick={() => void copy()}>
            {t('season.copyWords')}
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}

export const AskedForLetter = ({
  record,
  season,
  onClose,
}: {
  readonly record: RecordProjection
  readonly season: Season
  readonly onClose: () => void
}) => {
  const run = useRun()
  const day = useToday()
  const name = displayName(record.mentee).split(' ')[0] ?? ''
  const { 'letter-not-asked': _, ...answers } = letterAnswerLabels
  return (
    <ItemForm
      id={`asked-for-letter/${season.id}`}
      title={t('season.theyAskedMe')}
      action={t('common.save')}
      schema={Asked}
      initial={{ answer: 'letter-declined' as const, askedOn: day, theySaidYes: false }}
      before={({ values }) => (
        <>
          <Text size="sm" mb="xs">
            {t('season.writingEnds')}
          </Text>
          {values.answer === 'letter-declined' && <Words name={name} />}
        </>
      )}
      fields={[
        {
          name: 'answer',
          label: t('season.myAnswer'),
          as: 'choice',
          options: options(answers),
        },
        { name: 'askedOn', label: t('season.askedMeOn'), as: 'day', optional: false },
        { name: 'theySaidYes', label: t('season.theySaidYes'), as: 'check', wide: true },
      ]}
      onClose={onClose}
      onSubmit={async ({ answer, askedOn }) => {
        await run(record.id, answerLetter, { season: season.id, answer, askedOn })
        if (answer === 'letter-role-changed') offerNote(t('season.roleChanged'))
      }}
    />
  )
}
