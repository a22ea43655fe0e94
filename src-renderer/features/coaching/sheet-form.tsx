/**
 * One sheet of a round: its boxes by keys, or read from the paper by the camera; what was written by hand is typed. It is
 * saved as a sheet of the round and of nobody (shared/model/caseload/feedback-round.ts).
 */
import { Button, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import {
  addSheet,
  type FeedbackMarks,
  type FeedbackRound,
  takeSheetBack,
} from '../../../shared/model/caseload/feedback-round'
import { t } from '../../../shared/words/words'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useRunOnVault } from '../../context/vault/session'
import { FormDialog } from '../../forms/form-dialog'
import { offerUndo } from '../../ui/undo'
import { AnswerGrid } from '../check-ins/answer-grid'
import { ReadSheet } from '../paper/read-sheet'
import { feedbackSheet } from './feedback-sheet'

export const SheetForm = ({
  round,
  onClose,
}: {
  readonly round: FeedbackRound
  readonly onClose: () => void
}) => {
  const run = useRunOnVault()
  const { asked, boxes, lines } = round.form
  const form = useTypedDialog<{ marks: FeedbackMarks; words: readonly string[] }>(
    `feedback-sheet/${round.id}`,
    t('feedbackRound.addTo', { round: round.title }),
    { marks: asked.map(() => null), words: lines.map(() => '') },
  )
  const { marks, words } = form.values
  const [reading, setReading] = useState(false)
  const first = useRef<HTMLTextAreaElement>(null)
  const save = async (refuse: (why: string) => void): Promise<void> => {
    if (marks.every((one) => one === null) && words.every((one) => one.trim() === ''))
      return refuse(t('feedbackRound.emptySheet'))
    const added = await run(addSheet, { round: round.id, marks, words })
    if (added === undefined) return refuse(t('feedbackRound.isFinished'))
    offerUndo(t('feedbackRound.added'), () => void run(takeSheetBack, added))
  }
  if (reading)
    return (
      <ReadSheet
        title={t('checkIn.readSheet')}
        sheets={[feedbackSheet(round)]}
        otherSheet={t('feedbackRound.otherSheet')}
        onUse={async (_sheet, answers) => form.set({ marks: answers })}
        onClose={() => setReading(false)}
      />
    )
  return (
    <FormDialog
      form={form}
      action={t('feedbackRound.add')}
      size="xl"
      left={
        <Button variant="subtle" onClick={() => setReading(true)}>
          {t('checkIn.readSheet')}
        </Button>
      }
      onSubmit={save}
      onClose={onClose}
    >
      <AnswerGrid
        questions={asked}
        choices={boxes.map((label, place) => [place + 1, label])}
        answers={marks.map((place) => (place === null ? null : place + 1))}
        onAnswer={(question, score) =>
          form.set((now) => ({
            marks: now.marks.map((one, place) => (place === question ? score - 1 : one)),
          }))
        }
        onLast={() => first.current?.focus()}
      />
      {lines.map((line, place) => (
        <Textarea
          key={line}
          ref={place === 0 ? first : null}
          label={line}
          value={words[place] ?? ''}
          onChange={(event) => {
            const said = event.currentTarget.value
            form.set((now) => ({
              words: now.words.map((one, at) => (at === place ? said : one)),
            }))
          }}
        />
      ))}
    </FormDialog>
  )
}
