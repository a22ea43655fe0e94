/** What we agreed: what the mentee took away last time, and what each side said they would do. */
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { Section } from '../../ui/section'
import { When } from '../../ui/when'
import { Written } from '../../ui/written'
import { ActionLine, AddAction } from '../sessions/action-list'
import type { AboutMentee } from './about-mentee'

/** The rest of a long list waits behind a button, so that all cards are in sight. */
const MOST_SHOWN = 5

export const Agreed = ({ record, brief, editable }: AboutMentee) => {
  const presenting = useApp((state) => state.presenting)
  const [all, setAll] = useState(false)
  const { actions, lastSession, takeaway } = brief
  const shown = all ? actions : actions.slice(0, MOST_SHOWN)
  return (
    <Section dense title={t('brief.agreed')}>
      {lastSession !== undefined && (
        <div>
          <Text size="sm" c="dimmed">
            {t('brief.fromTheSession')} <When day={lastSession.date} />
          </Text>
          <div title={takeaway}>
            <Written size="sm" lineClamp={4}>
              {takeaway ||
                (presenting ? t('presenting.theSessionsTexts') : t('brief.noTextWasWritten'))}
            </Written>
          </div>
        </div>
      )}
      {actions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('brief.nothingOpen')}
        </Text>
      )}
      {shown.map((item) => (
        <ActionLine key={item.id} recordId={record.id} item={item} editable={editable} />
      ))}
      {shown.length < actions.length && (
        <Group>
          <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
            {t('goal.showAll', { count: actions.length })}
          </Button>
        </Group>
      )}
      {editable && <AddAction recordId={record.id} />}
    </Section>
  )
}
