/** What the coach promised and is late with: before everything else on Today, and gone from it once it is kept. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { isOverdue } from '../../../shared/model/record/action-item'
import type { Today } from '../../../shared/views/today'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { Section } from '../../ui/section'
import { ShowAll } from '../../ui/show-all'
import { useToday } from '../../ui/when'
import { ActionLine, openSource } from '../sessions/action-list'
import classes from './today-screen.module.css'

/** With more, the day's sessions would be out of sight. */
const MOST_SHOWN = 6

export const LatePromises = ({ now }: { readonly now: Today }) => {
  const day = useToday()
  const [all, setAll] = useState(false)
  const late = now.actions.filter(({ item }) => item.whose === 'coach' && isOverdue(item, day))
  if (late.length === 0) return null
  return (
    <Section
      dense
      title={t('today.youPromised')}
      action={
        <Group gap="xs">
          <Text size="sm" c="var(--care)">
            {t('today.overdue', { count: late.length })}
          </Text>
          <Button variant="subtle" size="compact-sm" onClick={() => go({ screen: 'promises' })}>
            {t('promises.all')}
          </Button>
        </Group>
      }
    >
      <Stack gap="xs" className={classes.late ?? ''}>
        {(all ? late : late.slice(0, MOST_SHOWN)).map(({ record, mentee, item }) => (
          <ActionLine
            key={item.id}
            recordId={record}
            item={item}
            of={mentee}
            beside
            onOpen={() => openSource(record, item)}
          />
        ))}
      </Stack>
      {!all && late.length > MOST_SHOWN && (
        <ShowAll count={late.length} onShow={() => setAll(true)} />
      )}
    </Section>
  )
}
