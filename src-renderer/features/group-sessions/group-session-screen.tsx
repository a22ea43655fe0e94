/**
 * A session of a REACH group (about six mentees of one class who meet with their coach). It belongs to the caseload and
 * not to anyone's record: who was there, what it was about, and what was agreed, without names (group-text.tsx). What
 * concerns one mentee alone is a private line in that mentee's own record (private-lines.tsx). For each of those who
 * were there it counts as having met.
 */
import { Button, Group, SimpleGrid, Stack, TagsInput, Text } from '@mantine/core'
import { currentRecords, type RecordProjection } from '../../../shared/model/projection'
import { type GroupSession, groupSessions } from '../../../shared/model/record/group-session'
import { byDisplayName } from '../../../shared/model/record/mentee'
import { groupRoll } from '../../../shared/views/group-roll'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { HiddenLine } from '../../context/hidden'
import { SaveState } from '../../context/vault/save-state'
import { useModel, useRunOnVault, useVault } from '../../context/vault/session'
import { Section } from '../../ui/section'
import { Axes } from '../../ui/visibility-chip'
import { AgreedActions } from './agreed-actions'
import { Attendance } from './attendance'
import { GroupHead } from './group-head'
import { GroupPlan, type GroupSessionChange } from './group-plan'
import { GroupText } from './group-text'
import { GroupWords } from './group-words'

/** What was said, without names, and what came of it. */
const Texts = ({
  session,
  members,
  names,
  onEdit,
}: {
  readonly session: GroupSession
  readonly members: readonly RecordProjection[]
  readonly names: readonly string[]
  readonly onEdit: (next: GroupSessionChange) => void
}) => {
  const presenting = useApp((state) => state.presenting)
  return (
    <Section title={t('groupSession.session')}>
      {presenting ? (
        <HiddenLine>{t('presenting.theSessionsTexts')}</HiddenLine>
      ) : (
        <>
          <GroupWords session={session} names={names} />
          <TagsInput
            label={t('common.themes')}
            description={t('groupSession.withoutNames')}
            value={[...session.themes]}
            onChange={(themes) => onEdit({ themes })}
          />
          <GroupText
            session={session}
            name="notes"
            label={t('groupSession.notes')}
            hint={t('groupSession.notesHint')}
            names={names}
          />
          <GroupText
            session={session}
            name="plan"
            label={t('groupSession.agreed')}
            hint=""
            names={names}
          />
          <AgreedActions session={session} members={members} />
        </>
      )}
      <Group justify="space-between">
        <Axes visibility={session.visibility} provenance={session.provenance} />
        <SaveState />
      </Group>
    </Section>
  )
}

export const GroupSessionScreen = ({ session: id }: { readonly session: string }) => {
  const presenting = useApp((state) => state.presenting)
  const runOnVault = useRunOnVault()
  const vault = useVault()
  const records = currentRecords(useModel((model) => model.records))
  const session = vault.groupSessions.find((one) => one.id === id)
  if (session === undefined) return <Text c="dimmed">{t('groupSession.notHere')}</Text>
  if (session.deletedAt !== null)
    return (
      <Stack gap="md" align="flex-start">
        <Text c="dimmed">{t('groupSession.removed')}</Text>
        <Button
          variant="default"
          onClick={() => void runOnVault(groupSessions.remove, { id: session.id, deleted: false })}
        >
          {t('groupSession.bringBack')}
        </Button>
      </Stack>
    )
  const roll = groupRoll([...records].sort(byDisplayName), session)
  const { members } = roll
  const edit = (next: GroupSessionChange): void =>
    void runOnVault(groupSessions.edit, { id: session.id, base: session, next })
  const names = members.map(
    ({ mentee }) => mentee.preferredName || (mentee.name.split(' ')[0] ?? ''),
  )
  return (
    <Stack gap="md">
      <GroupHead session={session} onEdit={edit} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <Attendance session={session} {...roll} />
        <Stack gap="md">
          {!presenting && <GroupPlan session={session} names={names} onEdit={edit} />}
          <Texts session={session} members={members} names={names} onEdit={edit} />
        </Stack>
      </SimpleGrid>
    </Stack>
  )
}
