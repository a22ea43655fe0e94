/** The inbox: what was captured and waits to be filed under a mentee, with one key. */

import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { newId } from '../../../shared/base/id'
import { binItem } from '../../../shared/model/bin'
import { type Capture, dropCapture, takeInCaptures } from '../../../shared/model/caseload/capture'
import { RECORD_KINDS } from '../../../shared/model/kinds'
import { currentRecords } from '../../../shared/model/projection'
import { actionItems } from '../../../shared/model/record/action-item'
import { displayName } from '../../../shared/model/record/mentee'
import { notes, startNote } from '../../../shared/model/record/note'
import { reflections } from '../../../shared/model/record/reflection'
import { plainLine } from '../../../shared/note-text/delta'
import { dueSaid } from '../../../shared/views/said-day'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { routeTo } from '../../context/navigation'
import { useTypedValue } from '../../context/typing/kept-typing'
import { useModel, useOpenVault, useVault } from '../../context/vault/session'
import { DeleteButton } from '../../ui/delete-button'
import { useFocusAfter } from '../../ui/focus-after'
import { menteeOptions } from '../../ui/mentee-options'
import { Section } from '../../ui/section'
import { ShowAll } from '../../ui/show-all'
import { offerUndo } from '../../ui/undo'
import { When } from '../../ui/when'
import { Written } from '../../ui/written'

const WAYS = [
  ['n', 'note', 'inbox.note'],
  ['a', 'action', 'inbox.actionItem'],
  ['r', 'reflection', 'inbox.reflection'],
] as const
/** Where whoever files by keyboard goes on: how to file the next one, or first whom it is about. */
const NEXT_WAY = '[data-way="note"]:enabled, [data-whom]'
type Way = (typeof WAYS)[number][1]
const KIND_OF = { note: 'notes', action: 'actionItems', reflection: 'reflections' } as const

/**
 * Files a capture: into the mentee's record first, out of the inbox then; filed twice after a crash it is there once.
 * Resolves to how it is taken back.
 */
const useFiling = () => {
  const { session } = useOpenVault()
  return async (capture: Capture, record: string, way: Way): Promise<() => void> => {
    const { id, text } = capture
    const date = capture.at.slice(0, 10)
    if (way === 'action')
      await session.run(record, actionItems.add, {
        id,
        what: text.slice(0, 300),
        whose: 'coach',
        due: dueSaid(text, date),
        agreedOn: date,
      })
    const isLong = way === 'action' && text.length > 300
    if (way === 'note' || isLong) {
      await session.run(record, notes.add, { id, date })
      await session.run(record, startNote, {
        id,
        lines: text.split('\n').map((line) => plainLine(line)),
      })
    }
    if (way === 'reflection')
      await session.run(record, reflections.add, {
        id,
        date,
        framework: 'open',
        sections: { text },
      })
    await session.runOnVault(dropCapture, id)
    return () => {
      for (const kind of [KIND_OF[way], ...(isLong ? (['notes'] as const) : [])])
        void session.run(record, binItem, { kind, id })
      // As another one: filed again, it must not be taken for what is in the bin.
      void session.runOnVault(takeInCaptures, [{ ...capture, id: newId(), about: record }])
    }
  }
}

const Line = ({ capture }: { readonly capture: Capture }) => {
  const { session } = useOpenVault()
  const records = useModel((model) => model.records)
  const file = useFiling()
  const [about, setAbout] = useTypedValue<string | null>(
    `inbox/${capture.id}`,
    records[capture.about] === undefined ? null : capture.about,
  )
  const mentees = menteeOptions(currentRecords(records))
  const line = useRef<HTMLDivElement>(null)
  const leave = useFocusAfter(NEXT_WAY)
  const filed = async (way: Way, label: (typeof WAYS)[number][2]): Promise<void> => {
    if (about === null) return
    if (line.current !== null) leave(line.current)
    const takeBack = await file(capture, about, way)
    offerUndo(
      t('inbox.filedUnder', {
        kind: t(label),
        mentee: displayName(
          records[about]?.mentee ?? { name: t('inbox.someMentee'), preferredName: '' },
        ),
      }),
      takeBack,
      () => go(routeTo(RECORD_KINDS[KIND_OF[way]].about.opens, about, capture.id)),
    )
  }
  const remove = async (): Promise<void> => {
    await session.runOnVault(dropCapture, capture.id)
    offerUndo(t('inbox.thrownAway'), () => void session.runOnVault(takeInCaptures, [capture]))
  }
  return (
    <Stack
      ref={line}
      gap={6}
      component="article"
      aria-label={capture.text.slice(0, 80)}
      onKeyDown={(event) => {
        const typing = event.target instanceof HTMLInputElement
        const way = WAYS.find(([key]) => key === event.key.toLowerCase())
        if (typing || way === undefined || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        void filed(way[1], way[2])
      }}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Written size="sm">{capture.text}</Written>
        <Group gap={6} wrap="nowrap" flex="none">
          <When day={capture.at.slice(0, 10)} size="sm" c="dimmed" />
          <DeleteButton name={t('inbox.throwAway')} size={24} onDelete={remove} />
        </Group>
      </Group>
      <Group gap={6}>
        <Select
          data-whom={about === null || undefined}
          aria-label={t('inbox.about')}
          placeholder={t('inbox.aboutWhom')}
          searchable
          size="xs"
          flex="1 0 140px"
          maw={220}
          data={mentees}
          value={about}
          onChange={setAbout}
        />
        <Group gap={6} wrap="nowrap">
          {WAYS.map(([key, way, label]) => (
            <Button
              key={way}
              data-way={way}
              size="compact-xs"
              flex="none"
              variant="default"
              disabled={about === null}
              title={`${t(label)} (${key.toUpperCase()})`}
              onClick={() => void filed(way, label)}
            >
              {t(label)}
            </Button>
          ))}
        </Group>
      </Group>
    </Stack>
  )
}

/** The first ones to file; the next come up as they are. */
const MOST_SHOWN = 6

export const Inbox = () => {
  const { captures } = useVault()
  const [all, setAll] = useState(false)
  if (captures.length === 0) return null
  const shown = all ? captures : captures.slice(0, MOST_SHOWN)
  return (
    <Section dense title={t('inbox.toFile', { count: captures.length })}>
      {shown.map((capture) => (
        <Line key={capture.id} capture={capture} />
      ))}
      {shown.length < captures.length && (
        <ShowAll count={captures.length} onShow={() => setAll(true)} />
      )}
      <Text size="xs" c="dimmed">
        {t('inbox.keysHint')}
      </Text>
    </Section>
  )
}
