/** What a group session is to be: its exercise, the ground rules, and how its time is spent. */
import { Autocomplete, Checkbox, Group, Select, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { exerciseOf, exercises } from '../../../shared/model/record/exercise'
import {
  earlierPlans,
  minutesOfParts,
  partsOf,
  planFrom,
} from '../../../shared/model/record/group-plan'
import { type GroupSession, groupSessions } from '../../../shared/model/record/group-session'
import { t } from '../../../shared/words/words'
import { isTypingAhead, landInField } from '../../context/typing/type-ahead'
import { useOpenVault, useRunOnVault, useVault } from '../../context/vault/session'
import { useDraft } from '../../forms/draft'
import { LineButton } from '../../ui/line-button'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { shortDay } from '../../ui/when'
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

/** By exercise, or else by how its time was spent, with whose it was and when: the options of a list have to differ. */
const planWords = ({ exercise, parts, group, date }: GroupSession): string =>
  [
    exercise || (partsOf(parts)[0]?.what ?? ''),
    group !== '' && t('groupSession.group', { group }),
    shortDay(date),
  ]
    .filter(Boolean)
    .join(' · ')

/** While nothing is planned: a plan of this group or another to begin from. */
const EarlierPlan = ({
  session,
  onBegin,
  onEdit,
}: {
  readonly session: GroupSession
  readonly onBegin: (list: HTMLElement | null) => void
  readonly onEdit: (next: GroupSessionChange) => void
}) => {
  const runOnVault = useRunOnVault()
  const plans = earlierPlans(useVault().groupSessions, session)
  const field = useRef<HTMLInputElement>(null)
  if (plans.length === 0) return null
  const begin = (id: string | null): void => {
    const earlier = plans.find((one) => one.id === id)
    if (earlier === undefined) return
    const { exercise, parts, minutes } = session
    const plan = planFrom(earlier, session)
    onBegin(field.current)
    onEdit(plan)
    // What was written into it meanwhile stays.
    offerUndo(
      t('groupSession.planBegun', { plan: planWords(earlier) }),
      () =>
        void runOnVault(groupSessions.edit, {
          id: session.id,
          base: plan,
          next: { exercise, parts, minutes },
        }),
    )
  }
  return (
    <Select
      ref={field}
      label={t('groupSession.earlierPlan')}
      placeholder={t('groupSession.choosePlan')}
      searchable
      nothingFoundMessage={t('groupSession.noSuchPlan')}
      value={null}
      data={plans.map((one) => ({ value: one.id, label: planWords(one) }))}
      onChange={begin}
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
  const parts = useRef<HTMLTextAreaElement | null>(null)
  // The list of plans goes, now that there is one: its parts, once they are in their field, are what is worked on next.
  useEffect(() => {
    if (session.parts.trim() === '') return
    parts.current?.focus()
    parts.current = null
  }, [session.parts])
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
      {/* Below what is typed into: nothing jumps when it goes. */}
      {session.parts.trim() === '' && (
        <EarlierPlan
          session={session}
          onBegin={(list) => {
            parts.current = list?.closest('section')?.querySelector('textarea') ?? null
          }}
          onEdit={onEdit}
        />
      )}
    </Section>
  )
}
