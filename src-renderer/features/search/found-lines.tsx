/** The palette's lines for what was found in the vault: what it is, whose, and the passage with the words in it. */
import { Mark } from '@mantine/core'
import {
  IconArrowRight,
  type IconBolt,
  IconBooks,
  IconCalendarEvent,
  IconCheckbox,
  IconClipboardText,
  IconFileText,
  IconHeartbeat,
  IconInbox,
  IconMapPin,
  IconMessage2,
  IconMessageCircleQuestion,
  IconMessages,
  IconNote,
  IconSchool,
  IconShare,
  IconTarget,
  IconTemplate,
  IconUser,
  IconWriting,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { SEARCH_KINDS, type SearchKind } from '../../../shared/crdt/about'
import type { RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { inOneLine, type SearchHit } from '../../../shared/search/hit'
import { t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { shortDay } from '../../ui/when'
import { routeOf } from './found-route'
import type { Line } from './palette-line'

const KIND_ICONS: Readonly<Record<SearchKind, typeof IconBolt>> = {
  mentee: IconUser,
  note: IconNote,
  session: IconMessages,
  goal: IconTarget,
  reflection: IconWriting,
  'check-in': IconHeartbeat,
  action: IconCheckbox,
  referral: IconArrowRight,
  plan: IconMapPin,
  agreement: IconFileText,
  date: IconCalendarEvent,
  prep: IconClipboardText,
  feedback: IconMessage2,
  concern: IconMessageCircleQuestion,
  consult: IconMessages,
  season: IconSchool,
  shared: IconShare,
  resource: IconBooks,
  template: IconTemplate,
  capture: IconInbox,
}

const Passage = ({ passage, marks }: SearchHit) => {
  const parts: ReactNode[] = []
  const end = passage.trimEnd().length
  let at = passage.length - passage.trimStart().length
  for (const [from, to] of marks) {
    parts.push(
      inOneLine(passage.slice(at, from)),
      <Mark key={from} color="amber">
        {inOneLine(passage.slice(from, to))}
      </Mark>,
    )
    at = to
  }
  return (
    <>
      {parts}
      {inOneLine(passage.slice(at, end))}
    </>
  )
}

const openHit = (hit: SearchHit): void => {
  go(routeOf(hit))
  useApp.setState({ finding: { item: hit.id, words: hit.found } })
}

export const foundLine = (
  hit: SearchHit,
  records: Readonly<Record<string, RecordProjection>>,
): Line => {
  const mentee = records[hit.record]?.mentee
  const name = mentee === undefined ? '' : displayName(mentee)
  const title = (hit.kind === 'mentee' ? name : hit.title) || name || t(SEARCH_KINDS[hit.kind])
  const about = [
    t(SEARCH_KINDS[hit.kind]),
    title === name ? '' : name,
    ...hit.themes,
    hit.date === '' ? '' : shortDay(hit.date),
  ]
    .filter(Boolean)
    .join(' · ')
  return {
    key: hit.key,
    group: t('search.foundGroup'),
    icon: KIND_ICONS[hit.kind],
    label: title,
    name: `${title}, ${about}`,
    below: (
      <>
        {about}
        {hit.passage !== '' && (
          <>
            <br />
            <Passage {...hit} />
          </>
        )}
      </>
    ),
    act: () => openHit(hit),
  }
}
