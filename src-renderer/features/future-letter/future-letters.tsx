/** A mentee's letters to their later self: from when on each is to be opened, how many days that is, and nothing else. */

import { Box, Button, Group, Text } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import * as v from 'valibot'
import { newestFirst } from '../../../shared/crdt/kind'
import type { RecordProjection } from '../../../shared/model/projection'
import {
  daysLeft,
  type FutureLetter,
  futureLetters,
} from '../../../shared/model/record/future-letter'
import { t } from '../../../shared/words/words'
import { useBin, useRun } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { DeleteButton } from '../../ui/delete-button'
import { letterMomentLabels } from '../../ui/event-labels'
import { options } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { ROOM_FOR_WORDS } from '../../ui/room-for-words'
import { Section } from '../../ui/section'
import { AxesMark } from '../../ui/visibility-chip'
import { longDay, shortDay, useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'
import type { OnDemandSection } from '../mentee/about-mentee'
import { OpenLetter } from './open-letter'
import { WriteLetter } from './write-letter'

const { moment, openOn } = futureLetters.fields
const Planned = v.object({ moment: moment.input, openOn: openOn.input })

const Letter = ({
  letter,
  record,
  editable,
  onOpen,
  onPlan,
}: {
  readonly letter: FutureLetter
  readonly record: RecordProjection
  readonly editable: boolean
  readonly onOpen: () => void
  readonly onPlan: () => void
}) => {
  const day = useToday()
  const bin = useBin(record.id)
  const left = daysLeft(letter, day)
  const name = letterMomentLabels[letter.moment]
  return (
    // In a narrow card its buttons stand below it.
    <Group justify="space-between" gap="xs">
      <Box flex={ROOM_FOR_WORDS}>
        <Text fw={600}>{t('futureLetter.opensOn', { day: longDay(letter.openOn) })}</Text>
        <Text size="sm" c="dimmed">
          {[
            letter.moment !== 'letter-day' && name,
            left > 0 && t('futureLetter.daysLeft', { count: left }),
            t('futureLetter.written', { day: shortDay(letter.writtenOn) }),
            letter.openedOn !== null &&
              t('futureLetter.opened', { day: shortDay(letter.openedOn) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Box>
      <Group gap="xs" wrap="nowrap">
        {left === 0 && (
          <Button variant="default" size="compact-sm" onClick={onOpen}>
            {t('futureLetter.openAct')}
          </Button>
        )}
        <AxesMark visibility={letter.visibility} provenance={letter.provenance} />
        {editable && (
          <Group gap={0} wrap="nowrap">
            <QuietButton
              name={t('futureLetter.changeDay', { moment: name })}
              icon={IconPencil}
              onClick={onPlan}
            />
            <DeleteButton
              name={t('futureLetter.delete', { moment: name })}
              onDelete={() =>
                bin(
                  'futureLetters',
                  letter.id,
                  t('rotation.inTheBin', { kind: t('futureLetter.lower') }),
                )
              }
            />
          </Group>
        )}
      </Group>
    </Group>
  )
}

export const FutureLetters = ({ record, editable, adding, onAdding }: OnDemandSection) => {
  const run = useRun()
  const [chosen, setChosen] = useState<{
    readonly letter: FutureLetter
    readonly to: 'open' | 'plan'
  }>()
  const close = (): void => setChosen(undefined)
  // One whose noise is missing cannot be opened and is listed all the same, so that it can be deleted.
  const letters = newestFirst(record.futureLetters)
  const dialogs = (
    <>
      {adding && <WriteLetter record={record} onClose={() => onAdding(false)} />}
      {chosen?.to === 'open' && (
        <OpenLetter record={record} letter={chosen.letter} editable={editable} onClose={close} />
      )}
      {chosen?.to === 'plan' && (
        <ItemForm
          id={`futureLetters/${chosen.letter.id}`}
          title={t('futureLetter.changeTitle')}
          action={t('common.save')}
          schema={Planned}
          initial={{ moment: chosen.letter.moment, openOn: chosen.letter.openOn }}
          fields={[
            {
              name: 'moment',
              label: t('futureLetter.moment'),
              as: 'choice',
              options: options(letterMomentLabels),
            },
            { name: 'openOn', label: t('futureLetter.openOn'), as: 'day', optional: false },
          ]}
          onClose={close}
          onSubmit={(next, base) =>
            run(record.id, futureLetters.edit, { id: chosen.letter.id, base, next })
          }
        />
      )}
    </>
  )
  if (letters.length === 0) return dialogs
  return (
    <Section
      title={t('futureLetter.title')}
      help={<HelpButton topic="future-letter" />}
      action={
        editable && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} />}
            onClick={() => onAdding(true)}
          >
            {t('rotation.add', { kind: t('futureLetter.lower') })}
          </Button>
        )
      }
    >
      {letters.map((letter) => (
        <Letter
          key={letter.id}
          letter={letter}
          record={record}
          editable={editable}
          onOpen={() => setChosen({ letter, to: 'open' })}
          onPlan={() => setChosen({ letter, to: 'plan' })}
        />
      ))}
      {dialogs}
    </Section>
  )
}
