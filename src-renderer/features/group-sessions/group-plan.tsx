/** What a group session is to be: its exercise, the ground rules, and how its time is spent. */
import { Autocomplete, Checkbox, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { exerciseOf, exercises } from '../../../shared/model/record/exercise'
import { minutesOfParts } from '../../../shared/model/record/group-plan'
import { type GroupSession, groupSessions } from '../../../shared/model/record/group-session'
import { t } from '../../../shared/words/words'
import { isTypingAhead, landInField } from '../../context/typing/type-ahead'
import { useOpenVault, useVault } from '../../context/vault/session'
import { useDraft } from '../../forms/draft'
import { LineButton } from '../../ui/line-button'
import { Section } from '../../ui/section'
import { ExerciseText } from '../reach/exercise'
import { GroupText } from './group-text'

export type GroupSessionChange = Parameters<typeof groupSessions.edit>[1]['next']

const ExerciseField = ({
  session,
  titles,
}: {
  readonly session: GroupSession
  readonly titles: readonly string[]
}) => {
  const { session: vault } = useOpenVault()
  const draft = useDraft(
    session.exercise,
    (base, next: string) =>
      void vault.type(vault.vaultRecordId, groupSessions.edit, {
        id: session.id,
        base: { exercise: base },
        next: { exercise: next },
      }),
  )
  const field = useRef<HTMLInputElement>(null)
  // A session that is new: what is typed at once is what it is about.
  useEffect(() => {
    if (field.current?.value === '' && isTypingAhead()) landInField(field.current)
  }, [])
  return (
    <Autocomplete
      ref={field}
      label={t('groupSession.exercise')}
      data={[...titles]}
      maxLength={300}
      value={draft.value}
      onChange={draft.change}
      onFocus={draft.onFocus}
      onBlur={draft.onBlur}
    />
  )
}

export const GroupPlan = ({
  session,
  names,
  onEdit,
}: {
  readonly session: GroupSession
  readonly names: readonly string[]
  readonly onEdit: (next: GroupSessionChange) => void
}) => {
  const week = useVault().reachWeeks.find(({ id }) => id === session.week)
  const ofWeek = week && exerciseOf(week)
  const all = [...(ofWeek === undefined ? [] : [ofWeek]), ...exercises()]
  const chosen = all.find(({ title }) => title === session.exercise)
  const minutes = minutesOfParts(session.parts)
  return (
    <Section title={t('groupSession.plan')}>
      <ExerciseField session={session} titles={[...new Set(all.map(({ title }) => title))]} />
      {chosen !== undefined && <ExerciseText exercise={chosen} />}
      {session.exercise === '' && ofWeek !== undefined && (
        <LineButton onClick={() => onEdit({ exercise: ofWeek.title })}>
          {t('groupSession.useExercise', { title: ofWeek.title })}
        </LineButton>
      )}
      <GroupText
        session={session}
        name="parts"
        label={t('groupSession.parts')}
        hint={t('groupSession.partsHint')}
        names={names}
      />
      <Group justify="space-between">
        {session.parts.trim() === '' ? (
          <LineButton onClick={() => onEdit({ parts: t('groupSession.usualPartsText') })}>
            {t('groupSession.usualParts')}
          </LineButton>
        ) : (
          <Text size="sm" c={minutes > session.minutes ? 'var(--care)' : 'dimmed'}>
            {t('groupSession.partsTotal', {
              parts: minutes,
              minutes: session.minutes,
            })}
          </Text>
        )}
        <Checkbox
          label={t('groupSession.rulesSaid')}
          checked={session.rulesSaid}
          onChange={(event) => onEdit({ rulesSaid: event.currentTarget.checked })}
        />
      </Group>
    </Section>
  )
}
