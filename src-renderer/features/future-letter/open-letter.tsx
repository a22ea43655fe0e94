/**
 * A letter is opened with the word that only its writer knows, and read until it is closed. What it says is in this
 * dialog's own memory alone, and goes with it; in the record it is sealed as it was.
 */
import { PasswordInput, Text } from '@mantine/core'
import { useState } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import { type FutureLetter, futureLetters } from '../../../shared/model/record/future-letter'
import { displayName } from '../../../shared/model/record/mentee'
import { openFutureLetter, readFutureLetter } from '../../../shared/vault/future-letter'
import { t } from '../../../shared/words/words'
import { letterSentence } from '../../context/sentences'
import { useRun } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { longDay, today } from '../../ui/when'
import { letterKey } from './letter-key'
import { LetterShown } from './letter-shown'

export const OpenLetter = ({
  record,
  letter,
  editable,
  onClose,
}: {
  readonly record: RecordProjection
  readonly letter: FutureLetter
  readonly editable: boolean
  readonly onClose: () => void
}) => {
  const run = useRun()
  const [word, setWord] = useState('')
  const [text, setText] = useState<string>()
  const open = async (refuse: (why: string) => void): Promise<void> => {
    const sealed = readFutureLetter(letter.sealed)
    if (!sealed.ok) return refuse(letterSentence[sealed.error])
    const key = await letterKey(word, sealed.value.kdf)
    const opened = openFutureLetter(sealed.value, key, letter.id)
    key.fill(0)
    if (!opened.ok) return refuse(letterSentence[opened.error])
    setWord('')
    setText(opened.value)
  }
  /** Not before its words are there: one that is noted as read and was never seen is asked about no more. */
  const noteOpened = (): void => {
    if (letter.openedOn === null && editable)
      void run(record.id, futureLetters.edit, { id: letter.id, next: { openedOn: today() } })
  }
  if (text !== undefined)
    return (
      <LetterShown
        title={t('futureLetter.from', { day: longDay(letter.writtenOn) })}
        text={text}
        onShown={noteOpened}
        onClose={onClose}
      />
    )
  return (
    <FormDialog
      form={{ title: t('futureLetter.open') }}
      action={t('futureLetter.openAct')}
      size="md"
      byEnter
      disabled={word === ''}
      failure={t('form.notDone')}
      onSubmit={open}
      onClose={onClose}
      onDone={() => undefined}
    >
      <Text size="sm">{t('futureLetter.openHint', { mentee: displayName(record.mentee) })}</Text>
      <PasswordInput
        label={t('futureLetter.word')}
        {...firstField}
        value={word}
        onChange={(event) => setWord(event.currentTarget.value)}
        visibilityToggleButtonProps={{
          'aria-label': t('passphrase.showNamed', {
            passphrase: t('futureLetter.word').toLowerCase(),
          }),
        }}
        autoComplete="off"
      />
    </FormDialog>
  )
}
