/** What an import found, before it is taken in: whose words these are, whose each note is, and whether it comes in. */
import {
  Button,
  Checkbox,
  Group,
  Radio,
  ScrollArea,
  Select,
  Stack,
  Table,
  Text,
} from '@mantine/core'
import { useState } from 'react'
import { PROVENANCES, type Provenance } from '../../../shared/crdt/visibility'
import { currentRecords } from '../../../shared/model/projection'
import { spoken, t } from '../../../shared/words/words'
import { useTypedValue } from '../../context/typing/kept-typing'
import { useModel } from '../../context/vault/session'
import { menteeOptions } from '../../ui/mentee-options'
import { Problem } from '../../ui/problem'
import { shortDay } from '../../ui/when'
import { MOST_ROWS, Problems } from './import-problems'
import type { ReadPage } from './read-page'
import type { PageProblem } from './read-pages'

const WHOSE: Readonly<Record<Provenance, string>> = spoken({
  coach: 'importNotes.mine',
  mentee: 'importNotes.theMentees',
  'third-party': 'importNotes.somebodyElses',
})

/** Whose a note is, and whether it comes in. */
export interface Choice {
  readonly record?: string | undefined
  readonly taken?: boolean
}

export interface Row extends ReadPage {
  readonly record: string | undefined
  readonly taken: boolean
}

export const isChosen = ({ taken, record }: Row): boolean => taken && record !== undefined

/** Whose words the notes are, kept over a lock. */
export const useWhose = () => useTypedValue<Provenance | undefined>('import-notes/whose', undefined)

const FoundNotes = ({
  rows,
  change,
}: {
  readonly rows: readonly Row[]
  readonly change: (index: number, next: Choice) => void
}) => {
  const mentees = menteeOptions(currentRecords(useModel((model) => model.records)))
  return (
    <ScrollArea.Autosize mah="56vh">
      <Table aria-label={t('importNotes.notesFound')} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('common.takeIn')}</Table.Th>
            <Table.Th>{t('importNotes.note')}</Table.Th>
            <Table.Th>{t('common.date')}</Table.Th>
            <Table.Th>{t('common.mentee')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ path, note, record, taken }, index) => (
            <Table.Tr key={note.id}>
              <Table.Td>
                <Checkbox
                  size="md"
                  aria-label={t('importNotes.takeInNamed', { note: note.title || path })}
                  checked={taken && record !== undefined}
                  disabled={record === undefined}
                  onChange={(event) => change(index, { taken: event.currentTarget.checked })}
                />
              </Table.Td>
              <Table.Td>
                <Text lineClamp={1}>{note.title || t('common.noTitle')}</Text>
                <Text size="xs" c="dimmed" lineClamp={1} title={path}>
                  {path}
                </Text>
              </Table.Td>
              <Table.Td className="tabular">{shortDay(note.date)}</Table.Td>
              <Table.Td>
                <Select
                  aria-label={t('importNotes.menteeOf', { note: note.title || path })}
                  placeholder={t('importNotes.nobodyYet')}
                  size="xs"
                  searchable
                  data={mentees}
                  value={record ?? null}
                  onChange={(value) =>
                    change(index, { record: value ?? undefined, taken: value !== null })
                  }
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}

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
  const [all, setAll] = useState(false)
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
      {rows.length > 0 && (
        <FoundNotes rows={all ? rows : rows.slice(0, MOST_ROWS)} change={change} />
      )}
      {!all && rows.length > MOST_ROWS && (
        <Group>
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {t('importNotes.showAll', { count: rows.length })}
          </Button>
        </Group>
      )}
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
