/** What is looked up or arranged before and around a session: its agenda, the mentee's form, the brief, its goals. */
import { Drawer, MultiSelect, Stack, TagsInput, Title } from '@mantine/core'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { isOpenGoal } from '../../../shared/model/record/goal'
import { type Session, sessions } from '../../../shared/model/record/session'
import { AHEAD_DAYS, anniversariesAhead, briefOf, withDates } from '../../../shared/views/brief'
import { pathAhead } from '../../../shared/views/class-path'
import { t } from '../../../shared/words/words'
import { useRun, useVault } from '../../context/vault/session'
import { useToday } from '../../ui/when'
import { WorkingOn } from '../coaching/how-i-coached'
import { BriefContent } from '../mentee/brief-content'
import { themesIn } from '../notes/notes-tab'
import { Agenda } from './agenda'
import { PrepSection } from './prep'

const Links = ({
  record,
  session,
}: {
  readonly record: RecordProjection
  readonly session: Session
}) => {
  const run = useRun()
  const edit = (next: Partial<Pick<Session, 'themes' | 'goals'>>): void =>
    void run(record.id, sessions.edit, {
      id: session.id,
      base: { themes: session.themes, goals: session.goals },
      next,
    })
  return (
    <Stack gap="xs">
      <MultiSelect
        label={t('session.goalsTouched')}
        data={kept(record.goals)
          .filter((goal) => isOpenGoal(goal) || session.goals.includes(goal.id))
          .map(({ id, title }) => ({ value: id, label: title }))}
        value={[...session.goals]}
        onChange={(goals) => edit({ goals })}
      />
      <TagsInput
        label={t('common.themes')}
        data={[...themesIn(record)]}
        value={[...session.themes]}
        onChange={(themes) => edit({ themes })}
      />
    </Stack>
  )
}

export const Preparation = ({
  record,
  session,
  onClose,
}: {
  readonly record: RecordProjection
  readonly session: Session
  readonly onClose: () => void
}) => {
  const vault = useVault()
  const day = useToday()
  const brief = withDates(briefOf(record, vault.groupSessions, day, vault.seasonDates), [
    ...pathAhead(record, vault, day, AHEAD_DAYS),
    ...anniversariesAhead(record, vault, day),
  ])
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t('session.preparation')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="lg">
        <WorkingOn />
        <Stack gap={6} component="section">
          <Title order={3}>{t('session.agenda')}</Title>
          <Agenda record={record} session={session} />
        </Stack>
        <Stack gap={6} component="section">
          <Title order={3}>{t('session.prep')}</Title>
          <PrepSection record={record} preps={brief.preps} sessionId={session.id} />
        </Stack>
        <Links record={record} session={session} />
        {/* What was promised and is to be asked stands beside the text. */}
        <BriefContent
          brief={{ ...brief, since: { ...brief.since, mine: [], theirs: [] }, ask: [] }}
          compact
        />
      </Stack>
    </Drawer>
  )
}
