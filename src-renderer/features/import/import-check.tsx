/** What an import found, before it is taken in: whose words these are, whose each note is, and whether it comes in. */
import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { PROVENANCES, type Provenance } from '../../../shared/crdt/visibility'
import { spoken, t } from '../../../shared/words/words'
import { useTypedValue } from '../../context/typing/kept-typing'
import { Problem } from '../../ui/problem'
import { shortDay } from '../../ui/when'
import { type Choice, type Found, FoundTable, isChosen } from './found-table'
import { Problems } from './import-problems'
import type { ReadPage } from './read-page'
import type { PageProblem } from './read-pages'

const WHOSE: Readonly<Record<Provenance, string>> = spoken({
  coach: 'importNotes.mine',
  mentee: 'importNotes.theMentees',
  'third-party': 'importNotes.somebodyElses',
})

export interface Row extends ReadPage, Found {}

/** Whose words the notes are, kept over a lock. */
export const useWhose = () => useTypedValue<Provenance | undefined>('import-notes/whose', undefined)

const FoundNotes = ({
  rows,
  change,
}: {
  readonly rows: readonly Row[]
  readonly change: (index: number, next: Choice) => void
}) => (
  <FoundTable
    name={t('importNotes.notesFound')}
    rows={rows}
    columns={[
      {
        label: t('importNotes.note'),
        cell: ({ note, path }) => (
          <>
            <Text lineClamp={1}>{note.title || t('common.noTitle')}</Text>
            <Text size="xs" c="dimmed" lineClamp={1} title={path}>
              {path}
            </Text>
          </>
        ),
      },
      {
        label: t('common.date'),
        cell: ({ note }) => <span className="tabular">{shortDay(note.date)}</span>,
      },
    ]}
    whose={t('common.mentee')}
    keyOf={({ note }) => note.id}
    takeInName={({ note, path }) => t('importNotes.takeInNamed', { note: note.title || path })}
    whoseName={({ note, path }) => t('importNotes.menteeOf', { note: note.title || path })}
    change={change}
  />
)

export const Check = ({
  rows,
  problems,
  change,
  problem,
  onBack,
  onTake,
}: {
  readonly rows: readonly Row[]
  readonly problems: readonly PageProblem[]
  readonly change: (index: number, next: Choice) => void
  readonly problem: string
  readonly onBack: () => void
  readonly onTake: (whose: Provenance) => void
}) => {
  const [provenance, setProvenance] = useWhose()
  const chosen = rows.filter(isChosen)
  return (
    <>
      <Problems problems={problems} />
      <Radio.Group
        label={t('importNotes.whoseWords')}
        description={t('importNotes.whoseWordsHint')}
        withAsterisk
        value={provenance ?? ''}
        onChange={(value) => setProvenance(value as Provenance)}
      >
        <Stack gap={6} mt={6}>
          {PROVENANCES.map((value) => (
            <Radio key={value} value={value} label={WHOSE[value]} />
          ))}
        </Stack>
      </Radio.Group>
      {rows.some(({ pictures }) => pictures) && (
        <Text size="sm" c="dimmed">
          {t('importNotes.picturesStayOut')}
        </Text>
      )}
      {rows.length > 0 && <FoundNotes rows={rows} change={change} />}
      <Problem text={problem} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button
          disabled={chosen.length === 0 || provenance === undefined}
          onClick={() => provenance !== undefined && onTake(provenance)}
        >
          {t('importNotes.takeInNotes', { notes: t('count.note', { count: chosen.length }) })}
        </Button>
      </Group>
    </>
  )
}
