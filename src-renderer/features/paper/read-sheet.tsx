/**
 * A sheet that was filled in by hand, read from a picture: by the camera, or out of a file. What was read stands beside the
 * picture, and a row that could not be read is answered there; then the answers go into the ordinary form, and the picture
 * is gone.
 */
import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Answered } from '../../../shared/paper/read-sheet'
import type { Sheet } from '../../../shared/paper/sheet'
import { spoken, t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { FileButton } from '../../ui/file-button'
import { Icon } from '../../ui/icon'
import { HelpButton } from '../help/help-button'
import classes from './read-sheet.module.css'
import { type PictureProblem, usePicture } from './use-picture'

/** A question each: the place of its answer, or null. */
export type SheetAnswers = readonly (number | null)[]

const sentences: Readonly<Record<Exclude<PictureProblem, 'other-sheet'>, string>> = spoken({
  'no-sheet': 'paper.noSheet',
  'not-whole': 'paper.notWhole',
  'no-camera': 'paper.noCamera',
  'no-picture': 'paper.noPicture',
})

/** What was read of each row, to be set right. */
const Rows = ({
  sheet,
  read,
  answers,
  onAnswer,
}: {
  readonly sheet: Sheet
  readonly read: readonly Answered[]
  readonly answers: SheetAnswers
  readonly onAnswer: (question: number, answer: number | null) => void
}) => (
  <Stack gap="xs">
    {Array.from(sheet.asked.entries(), ([place, question]) => {
      const answer = answers[place] ?? null
      return (
        <Select
          key={place}
          label={question}
          clearable
          placeholder={t('paper.noAnswer')}
          data={sheet.answers.map(([sign, words], at) => ({
            value: String(at),
            label: [sign, words].filter(Boolean).join(' · '),
          }))}
          value={answer === null ? null : String(answer)}
          onChange={(next) => onAnswer(place, next === null ? null : Number(next))}
          {...(read[place] === 'unclear' && answer === null
            ? { error: t('paper.rowNotRead', { row: place + 1 }) }
            : {})}
        />
      )
    })}
  </Stack>
)

export const ReadSheet = <Of extends Sheet>({
  title,
  sheets,
  otherSheet,
  onUse,
  onClose,
}: {
  readonly title: string
  /** Those that belong here. */
  readonly sheets: readonly Of[]
  /** What is said of one that does not. */
  readonly otherSheet: string
  readonly onUse: (sheet: Of, answers: SheetAnswers) => Promise<unknown>
  readonly onClose: () => void
}) => {
  const [found, setFound] = useState<{ sheet: Of; read: readonly Answered[] }>()
  const [answers, setAnswers] = useState<SheetAnswers>([])
  const picture = usePicture(sheets, ({ code, rows }) => {
    const sheet = sheets.find((one) => one.code === code)
    if (sheet === undefined) return
    setFound({ sheet, read: rows })
    setAnswers(rows.map((row) => (typeof row === 'number' ? row : null)))
  })
  // Others look on: neither the camera nor what somebody wrote is for them.
  const presenting = useApp((state) => state.presenting)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when presenting begins
  useEffect(() => {
    if (presenting) onClose()
  }, [presenting])
  const { problem } = picture
  const said =
    problem === undefined
      ? t(picture.looking ? 'paper.holdUp' : 'paper.begin')
      : problem === 'other-sheet'
        ? otherSheet
        : sentences[problem]
  return (
    <FormDialog
      form={{ title }}
      action={found && t('paper.use')}
      size="xl"
      question
      left={<HelpButton topic="paper" />}
      onSubmit={async () => found && onUse(found.sheet, answers)}
      onClose={onClose}
    >
      {found === undefined && (
        <>
          <Group gap="xs">
            <Button
              {...firstField}
              leftSection={<Icon of={IconCamera} />}
              disabled={picture.looking}
              onClick={() => void picture.byCamera()}
            >
              {t('paper.useCamera')}
            </Button>
            <FileButton
              accept="image/png,image/jpeg,image/webp"
              onChange={(file) => file !== null && void picture.byFile(file)}
              inputProps={{ 'aria-label': t('paper.file') }}
            >
              {(props) => (
                <Button {...props} variant="default">
                  {t('paper.openPicture')}
                </Button>
              )}
            </FileButton>
          </Group>
          <Text role="status" c={problem === undefined ? 'dimmed' : 'var(--care)'}>
            {said}
          </Text>
        </>
      )}
      <div className={found && classes.beside}>
        <canvas
          ref={picture.canvas}
          className={classes.picture}
          data-live={picture.looking || undefined}
          role="img"
          aria-label={t('paper.picture')}
          width={0}
          height={0}
        />
        {found !== undefined && (
          <Stack gap="xs">
            <Text size="sm" c="dimmed" role="status">
              {t('paper.look')}
            </Text>
            <Rows
              {...found}
              answers={answers}
              onAnswer={(question, answer) =>
                setAnswers(answers.map((one, place) => (place === question ? answer : one)))
              }
            />
          </Stack>
        )}
      </div>
    </FormDialog>
  )
}
