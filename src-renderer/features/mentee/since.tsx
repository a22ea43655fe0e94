/**
 * Since we last met: what the mentee took away, what each side said they would do (the coach's own first), and what has
 * changed. Each line opens what it comes from.
 */
import { Stack, Text, UnstyledButton } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { kindNamed } from '../../../shared/model/kinds'
import type { ActionItem } from '../../../shared/model/record/action-item'
import type { Change } from '../../../shared/views/since-last-met'
import { t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { routeTo } from '../../context/navigation'
import { LineButton } from '../../ui/line-button'
import { QuietButton } from '../../ui/quiet-button'
import { Section } from '../../ui/section'
import { longDay, relativeDay, useToday, When } from '../../ui/when'
import { Written } from '../../ui/written'
import { ActionLine, AddAction, openSource } from '../sessions/action-list'
import { AfterMeeting, writeTo } from '../sessions/after-meeting'
import type { AboutMentee } from './about-mentee'
import { changeWords } from './change-words'

/** The rest of a long list waits behind a button, so that all cards are in sight. */
const MOST_SHOWN = 3

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Stack gap={6} component="section" aria-label={title}>
    <Text size="sm" c="dimmed">
      {title}
    </Text>
    {children}
  </Stack>
)

const ChangeLine = ({ record, change }: { readonly record: string; readonly change: Change }) => {
  const day = useToday()
  const named = kindNamed(change.of)
  return (
    <UnstyledButton
      onClick={() => named !== undefined && go(routeTo(named.about.opens, record, change.item))}
      title={longDay(change.day)}
    >
      <Text size="sm">
        {changeWords(change)}
        <Text span inherit c="dimmed">
          {` · ${relativeDay(change.day, day)}`}
        </Text>
      </Text>
    </UnstyledButton>
  )
}

const FromLastTime = ({ record, brief }: AboutMentee) => {
  const presenting = useApp((state) => state.presenting)
  const { lastSession, takeaway } = brief
  if (lastSession === undefined) return null
  return (
    <div>
      <UnstyledButton
        onClick={() => go({ screen: 'session', id: record.id, session: lastSession.id })}
      >
        <Text size="sm" c="dimmed">
          {t('brief.fromTheSession')} <When day={lastSession.date} />
        </Text>
      </UnstyledButton>
      <div title={takeaway}>
        <Written size="sm" lineClamp={3}>
          {takeaway ||
            (presenting ? t('presenting.theSessionsTexts') : t('brief.noTextWasWritten'))}
        </Written>
      </div>
    </div>
  )
}

export const SinceLastMet = (about: AboutMentee) => {
  const { record, brief, editable } = about
  const presenting = useApp((state) => state.presenting)
  const [all, setAll] = useState(false)
  const [writing, setWriting] = useState(false)
  const { since, mine, theirs, changed } = brief.since
  const session = presenting || !editable ? undefined : brief.lastSession
  useCommand('write-after-meeting', session === undefined ? undefined : () => setWriting(true))
  const some = <T,>(list: readonly T[]): readonly T[] => (all ? list : list.slice(0, MOST_SHOWN))
  const hidden = [mine, theirs, changed].some((list) => list.length > some<unknown>(list).length)
  const promises = (title: string, items: readonly ActionItem[]): ReactNode =>
    items.length > 0 && (
      <Part title={title}>
        {some(items).map((item) => (
          <ActionLine
            key={item.id}
            recordId={record.id}
            item={item}
            editable={editable}
            beside
            onOpen={item.session === null ? undefined : () => openSource(record.id, item)}
          />
        ))}
      </Part>
    )
  return (
    <Section
      dense
      title={since === null ? t('brief.agreed') : t('since.title')}
      action={
        session !== undefined && (
          <QuietButton
            name={writeTo(record)}
            icon={IconMail}
            size={26}
            onClick={() => setWriting(true)}
          />
        )
      }
    >
      <FromLastTime {...about} />
      {mine.length + theirs.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('brief.nothingOpen')}
        </Text>
      )}
      {promises(t('session.iPromised'), mine)}
      {promises(t('session.theyPromised'), theirs)}
      {changed.length > 0 && (
        <Part title={t('since.changed')}>
          {some(changed).map((change) => (
            <ChangeLine key={change.key} record={record.id} change={change} />
          ))}
        </Part>
      )}
      {hidden && (
        <LineButton onClick={() => setAll(true)}>
          {t('goal.showAll', { count: mine.length + theirs.length + changed.length })}
        </LineButton>
      )}
      {editable && <AddAction recordId={record.id} />}
      {writing && session !== undefined && (
        <AfterMeeting record={record} session={session} onClose={() => setWriting(false)} />
      )}
    </Section>
  )
}
