/** Beside the text: what each side promised last time, what is to be talked about, and what is agreed now. No forms. */
import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import { agendaItems, type Session } from '../../../shared/model/record/session'
import { promisedFor } from '../../../shared/views/promised'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { Tick } from '../../ui/tick'
import { relativeDay, useToday } from '../../ui/when'
import { Written } from '../../ui/written'
import { ActionLine } from './action-list'

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Stack gap={8} component="section" aria-label={title}>
    <Title order={2} fz="sm" c="dimmed">
      {title}
    </Title>
    {children}
  </Stack>
)

export const PromisedPanel = ({
  record,
  session,
  presenting,
  editable,
  withPrivate,
}: {
  readonly record: RecordProjection
  readonly session: Session
  readonly presenting: boolean
  readonly editable: boolean
  /** The coach has the private text open. */
  readonly withPrivate: boolean
}) => {
  const run = useRun()
  const day = useToday()
  const { takeaway, theirs, mine, agenda, agreed } = promisedFor(record, session, withPrivate)
  const lists = [
    [t('session.theyPromised'), theirs],
    [t('session.iPromised'), mine],
    [t('session.agreedNow'), agreed],
  ] as const
  const shown = lists.map(
    ([title, items]) =>
      items.length > 0 && (
        <Part key={title} title={title}>
          {items.map((item) => (
            <ActionLine key={item.id} recordId={record.id} item={item} editable={editable} beside />
          ))}
        </Part>
      ),
  )
  const nothing = takeaway === undefined && agenda.length === 0 && !shown.some(Boolean)
  return (
    <Stack gap="lg" component="aside" aria-label={t('session.agendaAndActions')}>
      {takeaway !== undefined && (
        <Part title={t('session.lastTime', { day: relativeDay(takeaway.date, day) })}>
          <Written size="sm" lineClamp={6}>
            {takeaway.text}
          </Written>
        </Part>
      )}
      {shown.slice(0, 2)}
      {!presenting && agenda.length > 0 && (
        <Part title={t('session.toTalkAbout')}>
          {agenda.map((item) => (
            <Tick
              key={item.id}
              size="sm"
              label={item.text}
              checked={item.done}
              disabled={!editable}
              onTick={(done) =>
                run(record.id, agendaItems.edit, {
                  id: item.id,
                  next: { done, session: session.id },
                })
              }
            />
          ))}
        </Part>
      )}
      {shown[2]}
      {nothing && (
        <Text size="sm" c="dimmed">
          {t('session.nothingPromised')}
        </Text>
      )}
    </Stack>
  )
}
