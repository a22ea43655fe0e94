/**
 * A mentee's notes, of sessions and loose ones: the list beside the one that is open. A note is a text, and a few quiet
 * facts about it (note-details.tsx). The text belongs to the record and not to the screen: an editor is bound to it only
 * when that is safe (note-editor.ts), and what two laptops write in it at once is all there. Its lines are tasks,
 * headings and lists (lines/lines.ts); one can become a goal or an action item, and stays one with it (note-items.ts).
 */
import { Box, Button, SegmentedControl } from '@mantine/core'
import { IconNotes, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { isNewerRecord, type RecordProjection } from '../../../shared/model/projection'
import { hasNoText, type NoteEntry, noteEntries } from '../../../shared/views/note-list'
import { spoken, t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { HiddenCount, HiddenPlace } from '../../context/hidden'
import { EmptyState } from '../../ui/empty-state'
import { sessionLabels } from '../../ui/labels'
import { ListAndOne } from '../../ui/list-and-one'
import { inWords, useToday } from '../../ui/when'
import { useBeginNote } from './begin-note'
import { NoteDetails } from './note-details'

export const themesIn = (record: RecordProjection): readonly string[] =>
  [
    ...new Set(
      [record.notes, record.sessions, record.reflections, record.goals].flatMap((items) =>
        items.flatMap(({ themes }) => themes),
      ),
    ),
  ].sort((a, b) => a.localeCompare(b))

const FILTERS = ['all', 'sessions', 'notes'] as const
type Filter = (typeof FILTERS)[number]
const filterLabels = spoken({
  all: 'note.filterAll',
  sessions: 'note.filterSessions',
  notes: 'note.filterNotes',
})

const isOf = (filter: Filter, { session }: NoteEntry): boolean =>
  filter === 'all' || (session === undefined) === (filter === 'notes')

const listed = (entry: NoteEntry) => ({
  id: entry.note.id,
  title: entry.title || t('note.untitled'),
  date: entry.note.date,
  words: hasNoText(entry) ? t('common.noTextYet') : entry.words,
  group: inWords(entry.note.date, 'long month'),
  ...(entry.session === undefined ? {} : { kind: sessionLabels[entry.session.kind] }),
})

export const NotesTab = ({
  record,
  item,
}: {
  readonly record: RecordProjection
  readonly item: string | undefined
}) => {
  const day = useToday()
  const [filter, setFilter] = useState<Filter>('all')
  const all = noteEntries(record, day, item)
  const open = all.find(({ note, aid }) => note.id === item || aid?.id === item) ?? all[0]
  const presenting = useApp((state) => state.presenting)
  const editable = !isNewerRecord(record)
  const { begin, show, caretFor } = useBeginNote(record, open?.note.id)
  useCommand('new-note', editable && !presenting ? begin : undefined)
  const add = (
    <Button
      variant={open === undefined ? 'filled' : 'default'}
      leftSection={<IconPlus size={16} stroke={1.8} />}
      data-types
      onClick={begin}
      disabled={!editable}
    >
      {t('note.new')}
    </Button>
  )
  if (open === undefined && presenting) return <HiddenPlace record={record.id} kind="notes" />
  if (open === undefined)
    return (
      <EmptyState icon={IconNotes} title={t('note.empty')} text={t('note.emptyWhy')}>
        {add}
      </EmptyState>
    )
  const mixed = new Set(all.map(({ session }) => session === undefined)).size > 1
  return (
    <Box pt="md">
      <ListAndOne
        name={t('note.notes')}
        items={all.filter((entry) => entry === open || isOf(filter, entry)).map(listed)}
        open={open.note.id}
        onOpen={show}
        above={
          <>
            {presenting ? <HiddenCount record={record.id} kind="notes" /> : add}
            {mixed && (
              <SegmentedControl
                size="xs"
                fullWidth
                aria-label={t('note.filter')}
                value={filter}
                onChange={(next) => setFilter(FILTERS.find((one) => one === next) ?? 'all')}
                data={FILTERS.map((value) => ({ value, label: filterLabels[value] }))}
              />
            )}
          </>
        }
      >
        <NoteDetails
          key={open.note.id}
          record={record}
          entry={open}
          item={item}
          themes={themesIn(record)}
          caret={caretFor(open.note.id)}
          editable={editable}
        />
      </ListAndOne>
    </Box>
  )
}
