/** A text of a group's session: the group's and nobody's own, with a hint where it names one of them. */
import { Stack, Text, Textarea } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { type GroupSession, groupSessions } from '../../../shared/model/record/group-session'
import { hintsIn } from '../../../shared/views/hints'
import { t } from '../../../shared/words/words'
import { isTypingAhead, landInField } from '../../context/typing/type-ahead'
import { useOpenVault } from '../../context/vault/session'
import { useDraft } from '../../forms/draft'

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export const GroupText = ({
  session,
  name,
  label,
  hint,
  names,
  rows = 5,
}: {
  readonly session: GroupSession
  readonly name: 'notes' | 'plan' | 'parts' | 'wordIn' | 'wordOut'
  readonly label: string
  readonly hint: string
  /** Of the group: a text that is everybody's names none of them. */
  readonly names: readonly string[]
  readonly rows?: number
}) => {
  const { session: vault } = useOpenVault()
  const draft = useDraft(
    session[name],
    (base, next: string) =>
      void vault.type(vault.vaultRecordId, groupSessions.edit, {
        id: session.id,
        base: { [name]: base },
        next: { [name]: next },
      }),
  )
  const area = useRef<HTMLTextAreaElement>(null)
  // A session that is new, and its week has an exercise (group-plan.tsx).
  useEffect(() => {
    if (name === 'parts' && isTypingAhead() && area.current !== null) landInField(area.current)
  }, [name])
  const named = names.filter(
    (one) => one !== '' && new RegExp(`\\b${escaped(one)}\\b`, 'i').test(draft.value),
  )
  const hints = hintsIn(draft.value)
  return (
    <Stack gap={4}>
      <Textarea
        ref={area}
        label={label}
        description={hint}
        minRows={rows}
        value={draft.value}
        onChange={(event) => draft.change(event.currentTarget.value)}
        onFocus={draft.onFocus}
        onBlur={draft.onBlur}
      />
      {named.length > 0 && (
        <Text size="sm" c="var(--care)">
          {t('groupSession.namesInText', { names: named.join(', ') })}
        </Text>
      )}
      {hints[0] !== undefined && (
        <Text size="sm" c="var(--care)">
          {hints[0].why} {hints[0].better}
        </Text>
      )}
    </Stack>
  )
}
