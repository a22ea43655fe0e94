/** Exactly the text that leaves, to be read and edited: what was taken out of it, and what may still say who it is. */
import { Alert, Text, Textarea } from '@mantine/core'
import { useDeferredValue } from 'react'
import {
  type KnownWords,
  namesLeft,
  type TakenOut,
  wordsToCheck,
} from '../../../shared/exchange/without-names'
import { t } from '../../../shared/words/words'
import { firstField } from '../../forms/first-field'

const takenWords = (taken: readonly TakenOut[]): string =>
  taken
    .map(({ words, by, times }) =>
      times === 1 ? `${words} → ${by}` : `${words} → ${by} (${times}×)`,
    )
    .join(', ')

export const CasePreview = ({
  text,
  taken,
  known,
  onText,
}: {
  readonly text: string
  readonly taken: readonly TakenOut[]
  readonly known: KnownWords
  readonly onText: (text: string) => void
}) => {
  const settled = useDeferredValue(text)
  const left = [...new Set(namesLeft(settled, known))]
  const check = wordsToCheck(settled)
  return (
    <>
      <Text size="sm">{t('consult.previewHint')}</Text>
      <Textarea
        label={t('consult.exactly')}
        {...firstField}
        autosize
        minRows={8}
        maxRows={18}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {left.length > 0 && (
        <Alert color="red" role="alert">
          {t('consult.left', { words: left.join(', ') })}
        </Alert>
      )}
      {check.length > 0 && <Text size="sm">{t('consult.check', { words: check.join(', ') })}</Text>}
      <Text size="sm" c="dimmed">
        {taken.length === 0
          ? t('consult.nothingTaken')
          : t('consult.taken', { words: takenWords(taken) })}
      </Text>
    </>
  )
}
