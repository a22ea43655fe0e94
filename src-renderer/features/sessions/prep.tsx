/** The mentee's form before a session: as a file for them to fill in, dropped in again, or typed from paper. */
import {
  Button,
  FileButton,
  Group,
  Menu,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
} from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import {
  openGoalsFor,
  PREP_QUESTIONS,
  type PrepFileProblem,
  prepForm,
} from '../../../shared/exchange/prep-file'
import type { RecordProjection } from '../../../shared/model/projection'
import { acknowledge } from '../../../shared/model/record/agreement'
import { isOpenGoal } from '../../../shared/model/record/goal'
import { displayName } from '../../../shared/model/record/mentee'
import { type Prep, preps } from '../../../shared/model/record/session'
import { disclosures } from '../../../shared/model/record/sharing'
import { spoken, t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { readingSentence, writeSentence } from '../../context/sentences'
import { useRun } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { Icon } from '../../ui/icon'
import { LabelledTexts } from '../../ui/labelled-text'
import { offerNote } from '../../ui/undo'
import { shortDay, today, useToday } from '../../ui/when'
import { useReading } from '../import/use-reader'
import { PrintSheet } from '../print/print-sheet'

const problemSentence: Readonly<Record<PrepFileProblem, string>> = spoken({
  'not-a-prep-file': 'prep.notAPrepFile',
  'newer-prep-file': 'prep.newerForm',
  'damaged-prep-file': 'prep.damaged',
})

const MOST_BYTES = 1_000_000

const PrepAnswers = ({
  prep,
  record,
}: {
  readonly prep: Prep
  readonly record: RecordProjection
}) => {
  const rows = [
    [t('prep.oneThing'), prep.oneThing],
    [t('prep.wins'), prep.wins],
    [t('prep.challenges'), prep.challenges],
    [t('prep.feedback'), prep.feedback],
    [t('mentee.ratherNotTalkAbout'), prep.avoid],
  ] as const
  const scores = [
    prep.energy === null ? '' : t('prep.energyOf10', { rating: prep.energy }),
    prep.stress === null ? '' : t('prep.stressOf10', { rating: prep.stress }),
  ].filter(Boolean)
  return (
    <Stack gap={6}>
      {record.goals
        .filter(({ id }) => prep.progress[id] !== undefined)
        .map((goal) => (
          <Text key={goal.id} size="sm">
            {t('prep.goalOf10', { goal: goal.title, rating: prep.progress[goal.id] ?? '–' })}
          </Text>
        ))}
      <LabelledTexts rows={rows} />
      {scores.length > 0 && <Text size="sm">{scores.join(' · ')}</Text>}
      <Text size="xs" c="dimmed">
        {t('prep.theirWordsOf', { day: shortDay(prep.date) })}
      </Text>
    </Stack>
  )
}

const PaperForm = ({
  record,
  sessionId,
  onClose,
}: {
  readonly record: RecordProjection
  readonly sessionId: string | null
  readonly onClose: () => void
}) => {
  const run = useRun()
  const goals = record.goals.filter(isOpenGoal)
  const day = useToday()
  return (
    <ItemForm
      id={`paper-prep/${sessionId ?? record.id}`}
      title={t('prep.fromPaper')}
      action={t('common.add')}
      schema={preps.input}
      initial={{ ...preps.empty, date: day, source: 'paper' as const, session: sessionId }}
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

/** The same questions on paper, with room to write. */
const PrintedForm = ({
  record,
  onClose,
}: {
  readonly record: RecordProjection
  readonly onClose: () => void
}) => {
  const run = useRun()
  const goals = openGoalsFor(record)
  return (
    <PrintSheet
      title={t('prep.beforeOurMeeting')}
      onClose={onClose}
      onGiven={() => void run(record.id, disclosures.add, formDisclosure(record, 'print', today()))}
    >
      <h2>{t('prep.beforeOurMeetingWith', { mentee: displayName(record.mentee) })}</h2>
      {goals.length > 0 && (
        <>
          <p>{t('prep.howFar')}</p>
          <ul>
            {goals.map(({ id, title }) => (
              <li key={id}>{title}: ____</li>
            ))}
          </ul>
        </>
      )}
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
      <p>{t('prep.paperRatings')}</p>
    </PrintSheet>
  )
}

const formDisclosure = (record: RecordProjection, how: 'print' | 'export', date: string) => ({
  what: t('prep.disclosureWhat'),
  to: displayName(record.mentee),
  date,
  how,
  why: t('prep.preparation'),
})

export const PrepSection = ({
  record,
  preps: forms,
  sessionId = null,
}: {
  readonly record: RecordProjection
  readonly preps: readonly Prep[]
  readonly sessionId?: string | null
}) => {
  const run = useRun()
  const [paper, setPaper] = useState(false)
  const [printing, setPrinting] = useState(false)
  const [problem, setProblem] = useState('')
  const { read: readFile, reading } = useReading()

  const take = async (file: File | null): Promise<void> => {
    if (file === null) return
    setProblem('')
    if (file.size > MOST_BYTES) return setProblem(problemSentence['not-a-prep-file'])
    const answer = await readFile('prep', file)
    if (!answer.ok) return setProblem(readingSentence[answer.error])
    const read = answer.value
    if (!read.ok) return setProblem(problemSentence[read.error])
    const { prep, acknowledged } = read.value
    await run(record.id, preps.add, { ...prep, session: sessionId })
    if (acknowledged === null) return offerNote(t('prep.takenIn'))
    const isTheirs = await run(record.id, acknowledge, acknowledged)
    if (isTheirs === false) setProblem(t('agreement.otherVersion'))
    offerNote(isTheirs === true ? t('prep.takenInWithYes') : t('prep.takenIn'))
  }
  const give = async (): Promise<void> => {
    setProblem('')
    const saved = await host.files.save(t('prep.fileName'), prepForm(record))
    if (!saved.ok) setProblem(writeSentence[saved.error])
    else if (saved.value)
      await run(record.id, disclosures.add, formDisclosure(record, 'export', today()))
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    void take(event.dataTransfer.files[0] ?? null)
  }

  return (
    <Stack gap={6} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {forms.map((prep) => (
        <PrepAnswers key={prep.id} prep={prep} record={record} />
      ))}
      {problem !== '' && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
      <Group gap={6}>
        <FileButton
          accept=".json,application/json"
          onChange={(file) => void take(file)}
          inputProps={{ 'aria-label': t('prep.file') }}
        >
          {(props) => (
            <Button
              {...props}
              loading={reading}
              size="compact-sm"
              variant="default"
              leftSection={<Icon of={IconFileImport} size="small" />}
            >
              {t('prep.takeIn')}
            </Button>
          )}
        </FileButton>
        <Menu withinPortal shadow="sm">
          <Menu.Target>
            <Button size="compact-sm" variant="subtle">
              {t('prep.form')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void give()}>{t('prep.saveForm')}</Menu.Item>
            <Menu.Item onClick={() => setPrinting(true)}>{t('prep.printForm')}</Menu.Item>
            <Menu.Item onClick={() => setPaper(true)}>{t('prep.typeIn')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {printing && <PrintedForm record={record} onClose={() => setPrinting(false)} />}
      {paper && <PaperForm record={record} sessionId={sessionId} onClose={() => setPaper(false)} />}
    </Stack>
  )
}
