/** A check-in: with the mentee's yes first, the instrument as it is worded, and their decision what is kept. */
import {
  Alert,
  Group,
  Radio,
  SegmentedControl,
  Select,
  SimpleGrid,
  Slider,
  Stack,
  Text,
  Textarea,
} from '@mantine/core'
import { useRef } from 'react'
import { yearOf } from '../../../shared/base/academic-year'
import type { RecordProjection } from '../../../shared/model/projection'
import {
  BURNOUT_ANSWERS,
  BURNOUT_ATTRIBUTION,
  BURNOUT_QUESTION,
  hasVeryLowAnswer,
  type Instrument,
  instrumentsFor,
  type Keeping,
  keepCheckIn,
  scoreWho5,
  WHEEL_ATTRIBUTION,
  WHEEL_DIMENSIONS,
  WHO5_ANSWERS,
  WHO5_ATTRIBUTION,
  WHO5_INSTRUCTION,
  WHO5_ITEMS,
  type WheelDimension,
} from '../../../shared/model/record/check-in'
import { type PlainKey, t } from '../../../shared/words/words'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useRun, useVault } from '../../context/vault/session'
import { FormDialog } from '../../forms/form-dialog'
import { dimensionLabels, instrumentLabels, options } from '../../ui/labels'
import { today } from '../../ui/when'
import type { Opened } from './support-offer'

type Answers = readonly (number | null)[]
type SetAnswers = (next: Answers) => void

/** The answer that asks for help. */
const MOST_BURNOUT = 5

const blank = (instrument: Instrument): Answers =>
  Array.from(
    {
      length:
        instrument === 'who-5'
          ? WHO5_ITEMS.length
          : instrument === 'wheel'
            ? WHEEL_DIMENSIONS.length
            : 1,
    },
    (): number | null => null,
  )

const at = (answers: Answers, index: number, value: number): Answers =>
  answers.map((one, place) => (place === index ? value : one))

const Who5 = ({ answers, change }: { readonly answers: Answers; readonly change: SetAnswers }) => (
  <Stack gap="md">
    <Text>{WHO5_INSTRUCTION}</Text>
    {WHO5_ITEMS.map((item, index) => (
      <Radio.Group
        key={item}
        label={item}
        value={answers[index] === null ? null : String(answers[index])}
        onChange={(value) => change(at(answers, index, Number(value)))}
      >
        <Group gap="md" mt={4}>
          {WHO5_ANSWERS.map(([score, label]) => (
            <Radio key={score} value={String(score)} label={`${label} (${score})`} size="sm" />
          ))}
        </Group>
      </Radio.Group>
    ))}
    <Text size="xs" c="dimmed">
      {WHO5_ATTRIBUTION}
    </Text>
  </Stack>
)

const Burnout = ({
  answers,
  change,
}: {
  readonly answers: Answers
  readonly change: SetAnswers
}) => (
  <Radio.Group
    label={BURNOUT_QUESTION}
    value={answers[0] === null ? null : String(answers[0])}
    onChange={(value) => change([Number(value)])}
  >
    <Stack gap="sm" mt="sm">
      {BURNOUT_ANSWERS.map(([score, label]) => (
        <Radio key={score} value={String(score)} label={label} />
      ))}
      <Text size="xs" c="dimmed">
        {t('checkIn.burnoutSource', { source: BURNOUT_ATTRIBUTION })}
      </Text>
      {answers[0] === MOST_BURNOUT && <Text role="status">{t('checkIn.askDirectly')}</Text>}
    </Stack>
  </Radio.Group>
)

const Wheel = ({ answers, change }: { readonly answers: Answers; readonly change: SetAnswers }) => (
  <Stack gap="sm">
    <SimpleGrid cols={2} spacing="lg" verticalSpacing="sm">
      {WHEEL_DIMENSIONS.map((dimension, index) => (
        <div key={dimension}>
          <Text size="sm">
            {dimensionLabels[dimension]}: {answers[index] ?? '–'}
          </Text>
          <Slider
            thumbLabel={dimensionLabels[dimension]}
            min={0}
            max={10}
            value={answers[index] ?? 0}
            onChange={(value) => change(at(answers, index, value))}
          />
        </div>
      ))}
    </SimpleGrid>
    <Text size="xs" c="dimmed">
      {t('checkIn.wheelSource', { source: WHEEL_ATTRIBUTION })}
    </Text>
  </Stack>
)

/** The first instrument's, the same object each time: that nothing was answered yet. */
const BLANK = blank('who-5')
const KEPT_AS: readonly (readonly [Keeping, PlainKey])[] = [
  ['number', 'checkIn.keepNumber'],
  ['no-number', 'checkIn.keepDone'],
  ['talked', 'checkIn.talkedAbout'],
]
const EMPTY = {
  yes: false,
  instrument: 'who-5' as Instrument,
  answers: BLANK,
  keeping: 'talked' as Keeping,
  words: '',
  tend: '' as WheelDimension | '',
  step: '',
}

export const CheckInForm = ({
  record,
  onOpens,
  onClose,
}: {
  readonly record: RecordProjection
  /** A low one was kept, which asks for this. */
  readonly onOpens: (opened: Opened) => void
  readonly onClose: () => void
}) => {
  const run = useRun()
  const form = useTypedDialog(`check-in/${record.id}`, t('checkIn.title'), EMPTY)
  const { set } = form
  /** What keeping it has opened. */
  const opens = useRef<Opened>(undefined)
  const { yes, instrument, answers, keeping, words, tend, step } = form.values
  const setAnswers = (next: Answers): void => set({ answers: next })
  const complete = answers.every((one) => one !== null)
  const score = instrument === 'who-5' ? scoreWho5(answers) : undefined
  const vault = useVault()
  const offered = instrumentsFor(yearOf(record.mentee.classYear, today(), vault.settings.turnover))
  const answered =
    answers.some((one, index) => one !== blank(instrument)[index]) ||
    `${words}${tend}${step}` !== ''

  const save = async (): Promise<void> => {
    const given = { instrument, date: today(), keeping, answers, words, tend, step }
    const kept = await run(record.id, (doc) => ({ opens: keepCheckIn(doc, given) }), undefined)
    opens.current = kept?.opens
  }
  // What the mentee has answered is theirs: closed without being kept, nothing of it stays for another day.
  const close = (): void => {
    form.forget()
    onClose()
  }
  if (!yes)
    return (
      <FormDialog
        key="asking"
        form={{ title: form.title }}
        action={t('checkIn.theySaidYes')}
        cancel={t('checkIn.notToday')}
        size="xl"
        question
        onSubmit={async () => set({ yes: true })}
        onClose={close}
        onDone={() => undefined}
      >
        <Text>{t('checkIn.theirOwn')}</Text>
      </FormDialog>
    )
  return (
    <FormDialog
      key="filling"
      form={form}
      action={keeping === 'talked' ? t('checkIn.noteTalked') : t('checkIn.keep')}
      size="xl"
      loses={answered}
      onSubmit={save}
      onClose={close}
      onDone={() => (opens.current === undefined ? onClose() : onOpens(opens.current))}
    >
      <Alert color="teal">{t('checkIn.signpost')}</Alert>
      <Select
        label={t('checkIn.instrument')}
        data={options(instrumentLabels).filter(({ value }) => offered.includes(value))}
        value={instrument}
        onChange={(next) => {
          if (next === null) return
          set({ instrument: next, answers: blank(next) })
        }}
      />
      <div>
        <Text size="sm" fw={500} mb={4}>
          {t('checkIn.menteeDecides')}
        </Text>
        <SegmentedControl
          aria-label={t('checkIn.whatIsKept')}
          value={keeping}
          onChange={(next) => set({ keeping: next })}
          data={KEPT_AS.map(([value, label]) => ({ value, label: t(label) }))}
        />
        <Text size="sm" c="dimmed" mt={4}>
          {t('checkIn.keptCanBeAskedFor')}
        </Text>
      </div>
      {keeping !== 'talked' && (
        <>
          {instrument === 'who-5' && <Who5 answers={answers} change={setAnswers} />}
          {instrument === 'burnout' && <Burnout answers={answers} change={setAnswers} />}
          {instrument === 'wheel' && (
            <>
              <Wheel answers={answers} change={setAnswers} />
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
          <Textarea
            label={t('checkIn.inTheirWords')}
            description={t('checkIn.wordsHint')}
            value={words}
            onChange={(event) => set({ words: event.currentTarget.value })}
          />
        </>
      )}
      {score !== undefined && (
        <Text role="status" aria-label={t('checkIn.score')}>
          {t('checkIn.scorePercent', { percent: score.percent })}
        </Text>
      )}
      {score?.band === 'usual' && hasVeryLowAnswer(answers) && (
        <Text role="status">{t('checkIn.oneVeryLow')}</Text>
      )}
      {keeping !== 'talked' && !complete && (
        <Text size="sm" c="dimmed">
          {t('checkIn.noScore')}
        </Text>
      )}
    </FormDialog>
  )
}
