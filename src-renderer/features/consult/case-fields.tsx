/** Picking a case: for whom, until when, the question, and each item by itself. Nothing is chosen beforehand. */
import { Alert, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '../../../shared/base/day'
import type { TakenOut } from '../../../shared/exchange/without-names'
import type { Note } from '../../../shared/model/record/note'
import { t } from '../../../shared/words/words'
import { DayField } from '../../forms/day-field'
import { firstField } from '../../forms/first-field'
import { LineButton } from '../../ui/line-button'
import { shortDay, useToday } from '../../ui/when'
import type { Offered } from './offered'

export interface CaseTyped {
  readonly to: string
  readonly from: string
  readonly until: string
  readonly question: string
  readonly picked: readonly string[]
  /** What leaves, once it was put together; and what it was put together from. */
  readonly text: string
  readonly whole: string
  readonly taken: readonly TakenOut[]
  readonly reading: boolean
}

/** A case is for a conversation, not for an archive. */
const MOST_DAYS = 60

const noteName = ({ title, written, body, date }: Note): string =>
  `${shortDay(date)} · ${title || written || body}`

const Picks = ({
  title,
  items,
  picked,
  onPick,
  hint,
}: {
  readonly title: string
  readonly items: readonly { readonly id: string; readonly name: string }[]
  readonly picked: readonly string[]
  readonly onPick: (id: string, out: boolean) => void
  /** Said under each one that is chosen. */
  readonly hint?: string
}) =>
  items.length === 0 ? null : (
    <Stack gap={4} component="section" aria-label={title}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {items.map(({ id, name }) => (
        <Checkbox
          key={id}
          size="sm"
          label={name}
          {...(hint !== undefined && picked.includes(id) ? { description: hint } : {})}
          checked={picked.includes(id)}
          onChange={(event) => onPick(id, event.currentTarget.checked)}
        />
      ))}
    </Stack>
  )

/** What leaves and what doesn't, where it is decided: unfolded in the dialog, and no second one over it. */
export const CaseIntro = () => {
  const [unfolded, setUnfolded] = useState(false)
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm">{t('consult.intro')}</Text>
      <LineButton aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        {t('consult.whatLeaves')}
      </LineButton>
      {unfolded && <Text size="sm">{t('help.consultText')}</Text>}
    </Stack>
  )
}

export const CaseFields = ({
  typed: { to, from, until, question, picked },
  set,
  offered: { goals, notes, aids },
}: {
  readonly typed: CaseTyped
  readonly set: (next: Partial<CaseTyped>) => void
  readonly offered: Offered
}) => {
  const day = useToday()
  const pick = (id: string, chosen: boolean): void =>
    set({ picked: chosen ? [...picked, id] : picked.filter((one) => one !== id) })
  const isAidPicked = aids.some(({ id }) => picked.includes(id))
  return (
    <>
      <Group grow align="flex-end">
        <TextInput
          label={t('consult.colleague')}
          {...firstField}
          value={to}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        <TextInput
          label={t('handOver.fromCoach')}
          value={from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <DayField
          label={t('consult.until')}
          within={{ first: day, last: addDays(day, MOST_DAYS) }}
          value={until}
          onChange={(next) => set({ until: next })}
        />
      </Group>
      <Textarea
        label={t('consult.question')}
        placeholder={t('consult.questionExample')}
        autosize
        minRows={3}
        value={question}
        onChange={(event) => set({ question: event.currentTarget.value })}
      />
      <Stack gap="sm">
        <Picks
          title={t('label.goals')}
          items={goals.map(({ id, title }) => ({ id, name: title }))}
          picked={picked}
          onPick={pick}
        />
        <Picks
          title={t('consult.sharedNotes')}
          items={notes.map((note) => ({ id: note.id, name: noteName(note) }))}
          picked={picked}
          onPick={pick}
        />
        <Picks
          title={t('consult.memoryAids')}
          items={aids.map((note) => ({ id: note.id, name: noteName(note) }))}
          picked={picked}
          onPick={pick}
          hint={t('consult.aidPicked')}
        />
      </Stack>
      {isAidPicked && (
        <Alert color="amber" title={t('consult.aidTitle')}>
          {t('memoryAid.explained')}
        </Alert>
      )}
    </>
  )
}
