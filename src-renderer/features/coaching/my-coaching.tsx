/**
 * My coaching: the coach's own page, about no mentee. What they work on, how they saw themselves after sessions and what
 * their notes say of it, what they promised and kept, what mentees say without a name, what they reflected and what colleagues
 * saw, and their hours. Nobody else reads it, nothing of it is in a hand-over, and while others look on it is not shown.
 * What of it is printed is among the reports.
 */
import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { lastYear } from '../../../shared/views/insights'
import { promiseLedger, promisesSince } from '../../../shared/views/promise-ledger'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useModel } from '../../context/vault/session'
import { Section } from '../../ui/section'
import { useToday } from '../../ui/when'
import { AskTell } from './ask-tell'
import { CoachGoals } from './coach-goals'
import { Feedback } from './feedback-rounds'
import { HowICoached } from './how-i-coached'
import classes from './my-coaching.module.css'
import { MyHours } from './my-hours'
import { MyReflections } from './my-reflections'

const Promises = ({ records }: { readonly records: Parameters<typeof promiseLedger>[0] }) => {
  const day = useToday()
  const { kept, keptLate, total } = promisesSince(promiseLedger(records, day), lastYear(day).from)
  return (
    <Section
      dense
      title={t('promises.title')}
      action={
        <Button variant="subtle" size="compact-sm" onClick={() => go({ screen: 'promises' })}>
          {t('promises.all')}
        </Button>
      }
    >
      <Text size="sm">
        {total === 0
          ? t('myCoaching.noPromises')
          : keptLate === 0
            ? t('myCoaching.promises', { kept, total })
            : t('myCoaching.promisesLate', { kept, total, late: keptLate })}
      </Text>
    </Section>
  )
}

export const MyCoaching = () => {
  const records = Object.values(useModel((model) => model.records)).filter(
    ({ mentee }) => mentee.deletedAt === null,
  )
  const [goal, setGoal] = useState<string>()
  return (
    <div className={classes.page}>
      <Stack gap="md">
        <CoachGoals proposed={goal} onProposed={setGoal} />
        <HowICoached onMakeGoal={setGoal} />
        <AskTell records={records} />
        <MyReflections />
      </Stack>
      <Stack gap="md">
        <Promises records={records} />
        <Feedback />
        <MyHours />
      </Stack>
    </div>
  )
}
