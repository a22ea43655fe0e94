/** What the palette offers before anything is typed: what comes next, and who was looked at last. */
import { IconCalendarEvent, IconUser } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { create } from 'zustand'
import { currentRecords } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { todayOf } from '../../../shared/views/today'
import { t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { useModel, useVault } from '../../context/vault/session'
import { relativeDay, timeOfDay, useToday } from '../../ui/when'
import type { Line } from './palette-line'

const MOST_MENTEES = 5

/** The mentees whose pages were open since the vault was unlocked, the last one first. It ends with the page. */
const useRecent = create<{ readonly ids: readonly string[] }>(() => ({ ids: [] }))

/** Notes whose page is open; the shell's palette is always there to do it. */
const useNoteRecent = (): void => {
  const open = useApp(({ route }) => ('id' in route ? route.id : undefined))
  useEffect(() => {
    if (open !== undefined)
      useRecent.setState(({ ids }) => ({ ids: [open, ...ids.filter((id) => id !== open)] }))
  }, [open])
}

export const useStartLines = (): readonly Line[] => {
  useNoteRecent()
  const records = useModel((model) => model.records)
  const vault = useVault()
  const day = useToday()
  const recent = useRecent(({ ids }) => ids)
  const open = useApp(({ route }) => ('id' in route ? route.id : undefined))
  return useMemo(() => {
    const current = currentRecords(records)
    const { sessions } = todayOf(current, vault, day)
    const [next] = sessions
    // Right after unlocking nobody was looked at: those whom the coach meets next stand in.
    const ids = [...new Set([...recent, ...sessions.map(({ record }) => record)])]
    const lines: Line[] = []
    if (next !== undefined) {
      const { item, mentee, record } = next
      const when = [relativeDay(item.date, day), item.time && timeOfDay(item.time)]
        .filter(Boolean)
        .join(' ')
      lines.push({
        key: `next/${item.id}`,
        group: t('search.next'),
        icon: IconCalendarEvent,
        label: t('search.nextWith', { mentee, when }),
        name: t('search.nextWith', { mentee, when }),
        act: () => go({ screen: 'session', id: record, session: item.id }),
      })
    }
    for (const id of ids) {
      const record = current.find((one) => one.id === id)
      if (record === undefined || id === open || lines.length > MOST_MENTEES) continue
      const name = displayName(record.mentee)
      lines.push({
        key: `recent/${id}`,
        group: t('search.recent'),
        icon: IconUser,
        label: name,
        name,
        act: () => go({ screen: 'mentee', id, tab: 'overview' }),
      })
    }
    return lines
  }, [records, vault, day, recent, open])
}
