/**
 * Today: the first screen after unlocking. It keeps nothing of its own: it gathers over all records, by the day, what
 * waits for the coach (shared/views/today.ts), namely sessions, promises, captures to file, and whoever is being
 * forgotten. Everything on it can be done from it, and goes from it when it is done.
 */
import { Box, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { addDays } from '../../../shared/base/day'
import { currentRecords, formerRecords } from '../../../shared/model/projection'
import { dayOfWeek } from '../../../shared/model/record/reach'
import { todayOf } from '../../../shared/views/today'
import { t } from '../../../shared/words/words'
import { go, setAdding, useApp } from '../../context/app-state'
import { useModel, useVault, useWholeModel } from '../../context/vault/session'
import { weekStart } from '../../ui/days/day-words'
import { EmptyState } from '../../ui/empty-state'
import { inWords, useToday } from '../../ui/when'
import { Tour } from '../help/tour'
import { WhatsNew } from '../help/whats-new'
import { VaultNotices } from '../merging/notices'
import { DirectoryReminder } from './directory-reminder'
import { Inbox } from './inbox'
import { IncomingNotice } from './incoming'
import { LatePromises } from './late-promises'
import { NewSheet } from './new-sheet'
import { ReachNow } from './reach-week'
import { Sessions } from './sessions-this-week'
import { SheetReminder } from './sheet-reminder'
import classes from './today-screen.module.css'
import { Unseen } from './unseen'
import { Theirs, Waiting, waitingIn } from './waiting'

const LAST_OF_WEEK = 6

/** Nobody was ever coached: what this place is for, and its first action. */
const NoMentees = () => (
  <EmptyState icon={IconUsers} title={t('today.empty')} text={t('today.emptyWhy')}>
    <Group gap="xs">
      <Button
        onClick={() => {
          go({ screen: 'caseload' })
          setAdding(true)
        }}
      >
        {t('today.addFirst')}
      </Button>
      <Button variant="default" onClick={() => go({ screen: 'import' })}>
        {t('today.importRoster')}
      </Button>
    </Group>
  </EmptyState>
)

export const TodayScreen = () => {
  const all = useModel((model) => model.records)
  const records = currentRecords(all)
  const vault = useVault()
  const day = useToday()
  const firstDay = useApp(({ environment }) => environment?.settings.firstDayOfWeek ?? 1)
  const weekEnd = addDays(weekStart(day, firstDay), LAST_OF_WEEK)
  const former = formerRecords(all)
  const now = todayOf(records, vault, day, weekEnd, former)
  const whole = useWholeModel()
  const everything =
    whole === undefined
      ? now
      : todayOf(
          currentRecords(whole.records),
          whole.vault,
          day,
          weekEnd,
          formerRecords(whole.records),
        )
  const [week, setWeek] = useLocalStorage({ key: 'today-as-week', defaultValue: false })
  const reach = now.reach[0]?.week
  const sessions = <Sessions now={now} weekEnd={weekEnd} week={week} onWeek={setWeek} />
  const nobody = records.length + former.length === 0
  return (
    <Stack gap="md">
      <Group gap="sm" align="baseline">
        <Title order={1}>{t('today.title')}</Title>
        <Text c="dimmed">
          {inWords(day, 'weekday and day')}
          {reach === undefined
            ? ''
            : ` · ${t('today.reachWeekDay', { week: reach.quarter, day: dayOfWeek(reach, day) })}`}
        </Text>
      </Group>
      <WhatsNew />
      {!nobody && <Tour />}
      <IncomingNotice />
      <VaultNotices />
      <NewSheet />
      <SheetReminder />
      <DirectoryReminder />
      {nobody ? (
        <>
          <NoMentees />
          <Tour />
        </>
      ) : (
        <>
          <LatePromises now={now} />
          {week && sessions}
          <Box className={classes.day ?? ''}>
            <Stack gap="md" className={classes.sessions ?? ''}>
              {!week && sessions}
              <ReachNow now={now} />
              <Inbox />
            </Stack>
            <Box className={classes.people ?? ''}>
              <Unseen now={now} />
            </Box>
            <Box className={classes.promises ?? ''}>
              <Waiting now={now} hidden={waitingIn(everything) - waitingIn(now)} />
            </Box>
            <Box className={classes.theirs ?? ''}>
              <Theirs now={now} />
            </Box>
          </Box>
        </>
      )}
    </Stack>
  )
}
