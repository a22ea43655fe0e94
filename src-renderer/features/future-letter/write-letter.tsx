/**
 * The mentee writes at the coach's laptop, on the whole screen, so that nothing of a record lies behind. What is typed is
 * in this dialog's own memory and in no draft (context/typing/kept-typing.ts): a lock or closing it ends it. Only the
 * sealed letter is given to the record.
 */

import { Alert, Group, Input, PasswordInput, SegmentedControl, Textarea } from '@mantine/core'
import { type ClipboardEvent, useState } from 'react'
import { newId } from '../../../shared/base/id'
import { datesOfSeason } from '../../../shared/model/caseload/season-date'
import type { RecordProjection } from '../../../shared/model/projection'
import { classOn } from '../../../shared/model/record/enrolment'
import {
  futureLetters,
  type LetterMoment,
  matchDayOf,
} from '../../../shared/model/record/future-letter'
import { displayName } from '../../../shared/model/record/mentee'
import {
  letterWord,
  MOST_LETTER_CHARACTERS,
  sealFutureLetter,
} from '../../../shared/vault/future-letter'
import { newKdfParameters } from '../../../shared/vault/header'
import { t } from '../../../shared/words/words'
import { useRun, useVault } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { HINT_BELOW } from '../../forms/hint-below'
import { letterMomentLabels } from '../../ui/event-labels'
import { options } from '../../ui/labels'
import { offerNote } from '../../ui/undo'
import { longDay, useToday } from '../../ui/when'
import { estimate, LEAST_SCORE } from '../first-run/passphrase-strength'
import { letterKey } from './letter-key'

interface LetterTyped {
  readonly moment: LetterMoment
  readonly openOn: string | null
  readonly text: string
  readonly word: string
  readonly again: string
}

/** What the word is refused for; '' when it will do. */
const problemOf = async ({ word, again }: LetterTyped): Promise<string> => {
  const { score, advice } = await estimate(letterWord(word))
  if (score < LEAST_SCORE)
    return t('futureLetter.guessable', { advice: advice || t('passphrase.addWords') })
  return letterWord(word) === letterWord(again) ? '' : t('futureLetter.wordsDiffer')
}

/** The system's clipboard would keep it. */
const notToTheClipboard = (event: ClipboardEvent): void => event.preventDefault()

const Word = ({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (word: string) => void
}) => (
  <PasswordInput
    label={label}
    description={hint}
    inputWrapperOrder={HINT_BELOW}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    visibilityToggleButtonProps={{
      'aria-label': t('passphrase.showNamed', { passphrase: label.toLowerCase() }),
    }}
    autoComplete="off"
  />
)

const When = ({
  typed: { moment, openOn },
  matchDay,
  guess,
  set,
}: {
  readonly typed: LetterTyped
  readonly matchDay: string | null
  /** The day of their Match, as long as nobody here knows it. */
  readonly guess: string | null
  readonly set: (next: Partial<LetterTyped>) => void
}) => (
  <Group align="flex-end">
    <Input.Wrapper label={t('futureLetter.moment')} labelElement="div">
      <SegmentedControl
        display="flex"
        aria-label={t('futureLetter.moment')}
        data={options(letterMomentLabels)}
        value={moment}
        onChange={(next) =>
          set({
            moment: next,
            ...(next === 'letter-match-day' ? { openOn: matchDay } : {}),
            ...(moment === 'letter-match-day' && openOn === matchDay ? { openOn: null } : {}),
          })
        }
      />
    </Input.Wrapper>
    <DayField
      label={t('futureLetter.openOn')}
      {...(guess !== null && openOn === guess ? { description: t('futureLetter.guess') } : {})}
      clearable
      value={openOn}
      onChange={(day) => set({ openOn: day })}
    />
  </Group>
)

export const WriteLetter = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => {
  const run = useRun()
  const day = useToday()
  const classYear = classOn(record, day)
  const known = datesOfSeason(useVault().seasonDates, classYear ?? 0).find(
    ({ shipped }) => shipped === 'match-day',
  )?.date
  const guess = classYear === null || known != null ? null : matchDayOf(classYear)
  const matchDay = known ?? guess
  const [typed, setTyped] = useState<LetterTyped>({
    moment: matchDay === null || matchDay <= day ? 'letter-graduation' : 'letter-match-day',
    openOn: matchDay === null || matchDay <= day ? null : matchDay,
    text: '',
    word: '',
    again: '',
  })
  const set = (next: Partial<LetterTyped>): void => setTyped((now) => ({ ...now, ...next }))
  const { moment, openOn, text, word, again } = typed

  const submit = async (refuse: (why: string) => void): Promise<void> => {
    if (openOn === null || openOn <= day) return refuse(t('futureLetter.dayMissing'))
    const problem = await problemOf(typed)
    if (problem !== '') return refuse(problem)
    const place = { id: newId(), record: record.id, kdf: newKdfParameters() }
    const key = await letterKey(word, place.kdf)
    const sealed = sealFutureLetter(text, key, place)
    key.fill(0)
    await run(record.id, futureLetters.add, {
      id: place.id,
      moment,
      openOn,
      writtenOn: day,
      sealed,
    })
    offerNote(t('futureLetter.kept', { day: longDay(openOn) }))
  }

  return (
    <FormDialog
      form={{ title: t('futureLetter.write') }}
      action={t('futureLetter.lock')}
      fullScreen
      loses={text !== '' || word !== ''}
      disabled={text.trim() === '' || word === '' || again === ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <Alert color="amber" title={t('futureLetter.lostTitle')}>
        {t('futureLetter.lost', { mentee: displayName(record.mentee) })}
      </Alert>
      <When typed={typed} matchDay={matchDay} guess={guess} set={set} />
      <Textarea
        label={t('futureLetter.text')}
        description={t('futureLetter.textHint')}
        {...firstField}
        autosize
        minRows={8}
        maxLength={MOST_LETTER_CHARACTERS}
        value={text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        onCopy={notToTheClipboard}
        onCut={notToTheClipboard}
        autoComplete="off"
      />
      <Group grow align="flex-start">
        <Word
          label={t('futureLetter.word')}
          hint={t('futureLetter.wordHint')}
          value={word}
          onChange={(next) => set({ word: next })}
        />
        <Word
          label={t('futureLetter.wordAgain')}
          hint={t('futureLetter.wordAgainHint')}
          value={again}
          onChange={(next) => set({ again: next })}
        />
      </Group>
    </FormDialog>
  )
}
