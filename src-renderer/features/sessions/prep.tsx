/** The mentee's form before a session: as a file for them to fill in, dropped in again, or typed from paper. */
import { Button, FileButton, Group, Menu, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import {
  openGoalsFor,
  PREP_QUESTIONS,
  type PrepFileProblem,
  prepForm,
} from '../../../shared/exchange/prep-file'
import type { RecordProjection } from '../../../shared/model/projection'
import { isOpenGoal } from '../../../shared/model/record/goal'
import { displayName } from '../../../shared/model/record/mentee'
import { type Prep, preps } from '../../../shared/model/record/session'
import { disclosures } from '../../../shared/model/record/sharing'
import { t } from '../../../shared/words/words'
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

const problemSentence: Readonly<Record<PrepFileProblem, string>> = {
  'not-a-prep-file': t('prep.thisIsNotAPrepFile'),
  'newer-prep-file': t('prep.thisPrepFileComesFromA'),
  'damaged-prep-file': t('prep.thisPrepFileIsDamagedOr'),
}

const MOST_BYTES = 1_000_000

const PrepAnswers = ({ prep, record }: { readonly prep: Prep; readonly record: RecordProjection }) => {
  const rows = [
    [t('prep.theOneThingWanted'), prep.oneThing],
    [t('prep.wins'), prep.wins],
    [t('prep.challenges'), prep.challenges],
    [t('prep.feedbackToLookAt'), prep.feedback],
    [t('prep.ratherNotTalkAbout'), prep.avoid],
  ] as const
  const scores = [
    prep.energy === null ? '' : t('prep.energyEnergyOf10', { energy: prep.energy }),
    prep.stress === null ? '' : t('prep.stressStressOf10', { stress: prep.stress }),
  ].filter(Boolean)
  return (
    <Stack gap={6}>
      {record.goals
        .filter(({ id }) => prep.progress[id] !== undefined)
        .map((goal) => (
          <Text key={goal.id} size="sm">
            {t('prep.titleValueOf10', { title: goal.title, value: prep.progress[goal.id] ?? '–' })}
          </Text>
        ))}
      <LabelledTexts rows={rows} />
      {scores.length > 0 && <Text size="sm">{scores.join(' · ')}</Text>}
      <Text size="xs" c="dimmed">
        {t('prep.theMenteesOwnWordsDate', { date: shortDay(prep.date) })}
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
      title={t('prep.prepFormFromPaper')}
      action={t('common.add')}
      schema={preps.input}
      initial={{ ...preps.empty, date: day, source: 'paper' as const, session: sessionId }}
      before={({ values: { progress }, set }) =>
        goals.length > 0 && (
          <SimpleGrid cols={2}>
            {goals.map((goal) => (
              <NumberInput
                key={goal.id}
                label={t('prep.title0To10', { title: goal.title })}
                min={0}
                max={10}
                allowDecimal={false}
                value={progress[goal.id] ?? ''}
                onChange={(value) => {
                  const { [goal.id]: _, ...others } = progress
                  set({ progress: typeof value === 'number' ? { ...others, [goal.id]: value } : others })
                }}
              />
            ))}
          </SimpleGrid>
        )
      }
      fields={[
        { name: 'oneThing', label: t('prep.theOneThingWantedToday'), as: 'text' },
        { name: 'wins', label: t('prep.wins'), as: 'text' },
        { name: 'challenges', label: t('prep.challenges'), as: 'text' },
        { name: 'feedback', label: t('prep.feedbackToLookAt'), as: 'text' },
        { name: 'avoid', label: t('prep.topicsToAvoid'), as: 'text' },
        {
          name: 'energy',
          label: t('prep.energy0To10'),
          as: 'number',
          min: 0,
          max: 10,
          hint: t('prep.optional'),
        },
        {
          name: 'stress',
          label: t('prep.stress0To10'),
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
      <h2>{t('prep.beforeOurMeetingMentee', { mentee: displayName(record.mentee) })}</h2>
      {goals.length > 0 && (
        <>
          <p>{t('prep.howFarAlongIsEachGoal')}</p>
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
            <b>{question}</b>
          </p>
          <p>
            <br />
            <br />
          </p>
        </div>
      ))}
      <p>{t('prep.energy0To10IfYou')}</p>
    </PrintSheet>
  )
}

const formDisclosure = (record: RecordProjection, how: 'print' | 'export', date: string) => ({
  what: t('prep.prepFormWithTheTitlesOf'),
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
    await run(record.id, preps.add, { ...read.value, session: sessionId })
    offerNote(t('prep.theMenteesPrepIsIn'))
  }
  const give = async (): Promise<void> => {
    setProblem('')
    const saved = await host.files.save(t('prep.beforeOurMeetingHtml'), prepForm(record))
    if (!saved.ok) setProblem(writeSentence[saved.error])
    else if (saved.value) await run(record.id, disclosures.add, formDisclosure(record, 'export', today()))
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
          inputProps={{ 'aria-label': t('prep.prepFile') }}
        >
          {(props) => (
            <Button
              {...props}
              loading={reading}
              size="compact-sm"
              variant="default"
              leftSection={<Icon of={IconFileImport} size="small" />}
            >
              {t('prep.takeInAPrepFile')}
            </Button>
          )}
        </FileButton>
        <Menu withinPortal shadow="sm">
          <Menu.Target>
            <Button size="compact-sm" variant="subtle">
              {t('prep.prepForm')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void give()}>{t('prep.saveAFormForTheMentee')}</Menu.Item>
            <Menu.Item onClick={() => setPrinting(true)}>{t('prep.printAFormForTheMentee')}</Menu.Item>
            <Menu.Item onClick={() => setPaper(true)}>{t('prep.typeInAPaperForm')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {printing && <PrintedForm record={record} onClose={() => setPrinting(false)} />}
      {paper && <PaperForm record={record} sessionId={sessionId} onClose={() => setPaper(false)} />}
    </Stack>
  )
}
