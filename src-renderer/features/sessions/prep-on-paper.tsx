/**
 * The prep form on paper: printed with room to write, and typed in. The ratings stand on a page of their own, which has no
 * name and which the camera reads; what was written by hand is typed by the coach, with the paper before them.
 */
import { NumberInput, SimpleGrid } from '@mantine/core'
import { useEffect } from 'react'
import { openGoalsFor, PREP_QUESTIONS } from '../../../shared/exchange/prep-file'
import type { RecordProjection } from '../../../shared/model/projection'
import { isOpenGoal } from '../../../shared/model/record/goal'
import { displayName } from '../../../shared/model/record/mentee'
import { type PrepInput, preps } from '../../../shared/model/record/session'
import { disclosures } from '../../../shared/model/record/sharing'
import { codeOf, MOST_ROWS, type Sheet } from '../../../shared/paper/sheet'
import { t } from '../../../shared/words/words'
import { useTypedValues } from '../../context/typing/kept-typing'
import { useRun } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { today, useToday } from '../../ui/when'
import { PaperSheet } from '../paper/paper-sheet'
import { ReadSheet } from '../paper/read-sheet'
import { PrintSheet } from '../print/print-sheet'

export type Ratings = Partial<Pick<PrepInput, 'progress' | 'energy' | 'stress'>>

interface RatingsSheet extends Sheet {
  readonly goals: readonly string[]
}

const FROM_0_TO_10 = Array.from({ length: 11 }, (_, rating) => rating)

/** Of the goals that the mentee may see, and of how they are. */
const ratingsSheet = (record: RecordProjection): RatingsSheet => {
  const goals = openGoalsFor(record).slice(0, MOST_ROWS - 2)
  const ids = goals.map(({ id }) => id)
  const asked = [...goals.map(({ title }) => title), t('prepForm.energy'), t('prepForm.stress')]
  return {
    goals: ids,
    code: codeOf('PREP', ids),
    questions: asked.length,
    choices: FROM_0_TO_10.length,
    arranged: 'grid',
    title: t('prep.beforeOurMeeting'),
    intro: [
      ...(goals.length > 0 ? [t('prep.howFar')] : []),
      t('paper.howToMark'),
      t('paper.noName'),
    ],
    asked,
    answers: FROM_0_TO_10.map((rating) => [String(rating), '']),
    source: '',
  }
}

export const ReadRatings = ({
  record,
  onRead,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onRead: (read: Ratings) => void
  readonly onClose: () => void
}) => (
  <ReadSheet
    title={t('prep.readRatings')}
    sheets={[ratingsSheet(record)]}
    otherSheet={t('prep.otherSheet')}
    onUse={async ({ goals }, answers) =>
      onRead({
        progress: Object.fromEntries(
          goals.flatMap((goal, row) => {
            const rating = answers[row] ?? null
            return rating === null ? [] : [[goal, rating]]
          }),
        ),
        energy: answers[goals.length] ?? null,
        stress: answers[goals.length + 1] ?? null,
      })
    }
    onClose={onClose}
  />
)

export const PaperForm = ({
  record,
  sessionId,
  read,
  onClose,
}: {
  readonly record: RecordProjection
  readonly sessionId: string | null
  /** What the camera has read of it. */
  readonly read: Ratings
  readonly onClose: () => void
}) => {
  const run = useRun()
  const goals = record.goals.filter(isOpenGoal)
  const day = useToday()
  const id = `paper-prep/${sessionId ?? record.id}`
  const initial = { ...preps.empty, date: day, source: 'paper' as const, session: sessionId }
  const { set } = useTypedValues(id, initial)
  // As if it had been typed, so that it is kept like that. A row without a mark takes nothing away.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(
    () =>
      set((now) => ({
        progress: { ...now.progress, ...read.progress },
        energy: read.energy ?? now.energy,
        stress: read.stress ?? now.stress,
      })),
    [],
  )
  return (
    <ItemForm
      id={id}
      title={t('prep.fromPaper')}
      action={t('common.add')}
      schema={preps.input}
      initial={initial}
      before={({ values: { progress }, set }) =>
        goals.length > 0 && (
          <SimpleGrid cols={2}>
            {goals.map((goal) => (
              <NumberInput
                key={goal.id}
                label={t('prep.goalQuestion', { goal: goal.title })}
                min={0}
                max={10}
                allowDecimal={false}
                value={progress[goal.id] ?? ''}
                onChange={(value) => {
                  const { [goal.id]: _, ...others } = progress
                  set({
                    progress: typeof value === 'number' ? { ...others, [goal.id]: value } : others,
                  })
                }}
              />
            ))}
          </SimpleGrid>
        )
      }
      fields={[
        { name: 'oneThing', label: t('prep.oneThingToday'), as: 'text' },
        { name: 'wins', label: t('prep.wins'), as: 'text' },
        { name: 'challenges', label: t('prep.challenges'), as: 'text' },
        { name: 'feedback', label: t('prep.feedback'), as: 'text' },
        { name: 'avoid', label: t('prep.topicsToAvoid'), as: 'text' },
        {
          name: 'energy',
          label: t('prep.energyQuestion'),
          as: 'number',
          min: 0,
          max: 10,
          hint: t('prep.optional'),
        },
        {
          name: 'stress',
          label: t('prep.stressQuestion'),
          as: 'number',
          min: 0,
          max: 10,
          hint: t('prep.optional'),
        },
      ]}
      onClose={onClose}
      onSubmit={(values) => run(record.id, preps.add, values)}
    />
  )
}

/** The same questions on paper, with room to write, and on a page of their own what the camera can read. */
export const PrintedForm = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => {
  const run = useRun()
  return (
    <PrintSheet
      title={t('prep.beforeOurMeeting')}
      onClose={onClose}
      onGiven={(how) => void run(record.id, disclosures.add, formDisclosure(record, how, today()))}
    >
      <h2>{t('prep.beforeOurMeetingWith', { mentee: displayName(record.mentee) })}</h2>
      {PREP_QUESTIONS.map(([name, question]) => (
        <div key={name}>
          <p>
            <b>{t(question)}</b>
          </p>
          <p>
            <br />
            <br />
          </p>
        </div>
      ))}
      <PaperSheet sheet={ratingsSheet(record)} />
    </PrintSheet>
  )
}

export const formDisclosure = (
  record: RecordProjection,
  how: 'print' | 'export',
  date: string,
) => ({
  what: t('prep.disclosureWhat'),
  to: displayName(record.mentee),
  date,
  how,
  why: t('prep.preparation'),
})
