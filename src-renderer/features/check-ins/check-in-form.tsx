/**
 * A check-in: with the mentee's yes first, the instrument as it is worded, and their decision what is kept. Nothing is,
 * unless they say so; what was answered opens help all the same.
 */
import { Button, Group, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core'
import { type RefObject, useRef, useState } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import {
  BURNOUT_ANSWERS,
  BURNOUT_ATTRIBUTION,
  BURNOUT_QUESTION,
  type CheckInToKeep,
  hasVeryLowAnswer,
  type Instrument,
  instrumentsFor,
  keepCheckIn,
  scoreWho5,
  WHEEL_ANSWERS,
  WHEEL_ATTRIBUTION,
  WHEEL_DIMENSIONS,
  WHO5_ANSWERS,
  WHO5_ATTRIBUTION,
  WHO5_INSTRUCTION,
  WHO5_ITEMS,
  type WheelDimension,
} from '../../../shared/model/record/check-in'
import { schoolYearOn } from '../../../shared/model/record/enrolment'
import { type PlainKey, t } from '../../../shared/words/words'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useRun, useVault } from '../../context/vault/session'
import { FormDialog } from '../../forms/form-dialog'
import { dimensionLabels, instrumentLabels, options } from '../../ui/labels'
import { today, useToday } from '../../ui/when'
import { AnswerGrid, AnswerList } from './answer-grid'
import { ReadCheckIn } from './check-in-on-paper'
import type { Opened } from './support-offer'

type Answers = readonly (number | null)[]
interface Asked {
  readonly answers: Answers
  readonly onAnswer: (question: number, score: number) => void
  readonly onLast: () => void
}

const none = (questions: number): Answers => Array.from({ length: questions }, () => null)
/** That nothing was answered yet: the same object each time. */
const BLANK: Readonly<Record<Instrument, Answers>> = {
  'who-5': none(WHO5_ITEMS.length),
  burnout: none(1),
  wheel: none(WHEEL_DIMENSIONS.length),
}

const Who5 = (asked: Asked) => (
  <Stack gap={4}>
    <Text>{WHO5_INSTRUCTION}</Text>
    <AnswerGrid questions={WHO5_ITEMS} choices={WHO5_ANSWERS} {...asked} />
    <Text size="xs" c="dimmed">
      {WHO5_ATTRIBUTION}
    </Text>
  </Stack>
)

/** The answer that asks for help. */
const MOST_BURNOUT = 5

const Burnout = (asked: Asked) => (
  <Stack gap={4}>
    <AnswerList question={BURNOUT_QUESTION} choices={BURNOUT_ANSWERS} {...asked} />
    <Text size="xs" c="dimmed">
      {t('checkIn.burnoutSource', { source: BURNOUT_ATTRIBUTION })}
    </Text>
    {asked.answers[0] === MOST_BURNOUT && <Text role="status">{t('checkIn.askDirectly')}</Text>}
  </Stack>
)

const Wheel = (asked: Asked) => (
  <Stack gap={4}>
    <AnswerGrid
      questions={WHEEL_DIMENSIONS.map((dimension) => dimensionLabels[dimension])}
      choices={WHEEL_ANSWERS}
      {...asked}
    />
    <Text size="xs" c="dimmed">
      {t('checkIn.wheelSource', { source: WHEEL_ATTRIBUTION })}
    </Text>
  </Stack>
)

const KEPT_AS: readonly (readonly [CheckInToKeep, PlainKey])[] = [
  ['talked', 'checkIn.talkedAbout'],
  ['number', 'checkIn.keepNumber'],
  ['no-number', 'checkIn.keepDone'],
]
const EMPTY = {
  yes: false,
  instrument: 'who-5' as Instrument,
  answers: BLANK['who-5'],
  keeping: 'talked' as CheckInToKeep,
  words: '',
  tend: '' as WheelDimension | '',
  step: '',
}

/** What the mentee decides, and what it means. */
const Kept = ({
  place,
  keeping,
  onChange,
}: {
  readonly place: RefObject<HTMLDivElement | null>
  readonly keeping: CheckInToKeep
  readonly onChange: (next: CheckInToKeep) => void
}) => (
  <div ref={place}>
    <Group gap="sm" mb={4}>
      <Text size="sm" fw={600}>
        {t('checkIn.menteeDecides')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('checkIn.keptCanBeAskedFor')}
      </Text>
    </Group>
    <SegmentedControl
      aria-label={t('checkIn.whatIsKept')}
      value={keeping}
      onChange={(next) => onChange(next)}
      data={KEPT_AS.map(([value, label]) => ({ value, label: t(label) }))}
    />
  </div>
)

const Asking = ({
  title,
  onYes,
  onClose,
}: {
  readonly title: string
  readonly onYes: () => void
  readonly onClose: () => void
}) => (
  <FormDialog
    key="asking"
    form={{ title }}
    action={t('checkIn.theySaidYes')}
    cancel={t('checkIn.notToday')}
    size="xl"
    question
    onSubmit={async () => onYes()}
    onClose={onClose}
    onDone={() => undefined}
  >
    <Text>{t('checkIn.theirOwn')}</Text>
    <Text size="sm" c="dimmed">
      {t('checkIn.whoSees')}
    </Text>
  </FormDialog>
)

export const CheckInForm = ({
  record,
  onOpens,
  onClose,
}: {
  readonly record: RecordProjection
  /** A low one was answered, which asks for this. */
  readonly onOpens: (opened: Opened) => void
  readonly onClose: () => void
}) => {
  const run = useRun()
  const form = useTypedDialog(`check-in/${record.id}`, t('checkIn.title'), EMPTY)
  const { set } = form
  /** What it has opened. */
  const opens = useRef<Opened>(undefined)
  const kept = useRef<HTMLDivElement>(null)
  const [reading, setReading] = useState(false)
  const { yes, instrument, answers, keeping, words, tend, step } = form.values
  const asked: Asked = {
    answers,
    onAnswer: (question, score) =>
      set((now) => ({
        answers: now.answers.map((one, place) => (place === question ? score : one)),
      })),
    onLast: () => kept.current?.querySelector<HTMLElement>('input:checked')?.focus(),
  }
  const score = instrument === 'who-5' ? scoreWho5(answers) : undefined
  const talked = keeping === 'talked'
  const { turnover } = useVault().settings
  const offered = instrumentsFor(schoolYearOn(record, useToday(), turnover))
  const answered = answers.some((one) => one !== null) || `${words}${tend}${step}` !== ''

  const save = async (): Promise<void> => {
    const given = { instrument, date: today(), keeping, answers, words, tend, step }
    const done = await run(record.id, (doc) => ({ opens: keepCheckIn(doc, given) }), undefined)
    opens.current = done?.opens
  }
  // What the mentee has answered is theirs: closed without being kept, nothing of it stays for another day.
  const close = (): void => {
    form.forget()
    onClose()
  }
  if (!yes) return <Asking title={form.title} onYes={() => set({ yes: true })} onClose={close} />
  if (reading)
    return <ReadCheckIn offered={offered} onRead={set} onClose={() => setReading(false)} />
  return (
    <FormDialog
      key="filling"
      form={form}
      action={talked ? t('checkIn.noteTalked') : t('checkIn.keep')}
      size="xl"
      byEnter
      left={
        <Button variant="subtle" onClick={() => setReading(true)}>
          {t('checkIn.readSheet')}
        </Button>
      }
      loses={answered}
      onSubmit={save}
      onClose={close}
      onDone={() => (opens.current === undefined ? onClose() : onOpens(opens.current))}
    >
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('checkIn.instrument')}
          value={instrument}
          onChange={(next) => set({ instrument: next, answers: BLANK[next] })}
          data={options(instrumentLabels).filter(({ value }) => offered.includes(value))}
        />
        {score !== undefined && (
          <Text role="status" aria-label={t('checkIn.score')}>
            {t('checkIn.scorePercent', { percent: score.percent })}
          </Text>
        )}
      </Group>
      {instrument === 'who-5' && <Who5 key="who-5" {...asked} />}
      {instrument === 'burnout' && <Burnout {...asked} />}
      {instrument === 'wheel' && <Wheel key="wheel" {...asked} />}
      {score?.band === 'usual' && hasVeryLowAnswer(answers) && (
        <Text role="status">{t('checkIn.oneVeryLow')}</Text>
      )}
      <Kept place={kept} keeping={keeping} onChange={(next) => set({ keeping: next })} />
      {!talked && answered && answers.includes(null) && (
        <Text size="sm" c="dimmed">
          {t('checkIn.noScore')}
        </Text>
      )}
      {!talked && instrument === 'wheel' && (
        <>
          <Select
            label={t('checkIn.tend')}
            clearable
            data={options(dimensionLabels)}
            value={tend === '' ? null : tend}
            onChange={(next) => set({ tend: next ?? '' })}
          />
          <Textarea
            label={t('checkIn.smallestStepLabel')}
            value={step}
            onChange={(event) => set({ step: event.currentTarget.value })}
          />
        </>
      )}
      {!talked && (
        <Textarea
          label={t('checkIn.inTheirWords')}
          description={t('checkIn.wordsHint')}
          value={words}
          onChange={(event) => set({ words: event.currentTarget.value })}
        />
      )}
    </FormDialog>
  )
}
