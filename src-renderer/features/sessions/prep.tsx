/** The mentee's form before a session: as a file for them to fill in, dropped in again, or typed from paper. */
import { Button, Group, Menu, Stack, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { type PrepFileProblem, prepForm } from '../../../shared/exchange/prep-file'
import type { RecordProjection } from '../../../shared/model/projection'
import { acknowledge } from '../../../shared/model/record/agreement'
import { type Prep, preps } from '../../../shared/model/record/session'
import { disclosures } from '../../../shared/model/record/sharing'
import { spoken, t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { readingSentence, writeSentence } from '../../context/sentences'
import { useRun } from '../../context/vault/session'
import { FileButton } from '../../ui/file-button'
import { Icon } from '../../ui/icon'
import { LabelledTexts } from '../../ui/labelled-text'
import { offerNote } from '../../ui/undo'
import { shortDay, today } from '../../ui/when'
import { useReading } from '../import/use-reader'
import { formDisclosure, PaperForm, PrintedForm, type Ratings, ReadRatings } from './prep-on-paper'

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
  /** Open: the paper form, with the ratings that were read from it. */
  const [paper, setPaper] = useState<Ratings>()
  const [reading, setReading] = useState(false)
  const [printing, setPrinting] = useState(false)
  const [problem, setProblem] = useState('')
  const { read: readFile, reading: isReadingFile } = useReading()

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
              loading={isReadingFile}
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
            <Menu.Item onClick={() => setPaper({})}>{t('prep.typeIn')}</Menu.Item>
            <Menu.Item onClick={() => setReading(true)}>{t('prep.readRatings')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {printing && <PrintedForm record={record} onClose={() => setPrinting(false)} />}
      {reading && (
        <ReadRatings record={record} onRead={setPaper} onClose={() => setReading(false)} />
      )}
      {paper !== undefined && !reading && (
        <PaperForm
          record={record}
          sessionId={sessionId}
          read={paper}
          onClose={() => setPaper(undefined)}
        />
      )}
    </Stack>
  )
}
