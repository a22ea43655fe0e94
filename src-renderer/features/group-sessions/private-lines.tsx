/** A private line for each mentee of a group, in their own record: nobody else's says anything about them. */

import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { newId } from '../../../shared/base/id'
import type { RecordProjection } from '../../../shared/model/projection'
import {
  type GroupLine,
  type GroupSession,
  groupLines,
  linesIn,
} from '../../../shared/model/record/group-session'
import { displayName } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { useType } from '../../context/vault/session'
import { useDraft } from '../../forms/draft'

const PrivateLine = ({
  record,
  session,
  id,
  line,
  label,
  onBegin,
}: {
  readonly record: RecordProjection
  readonly session: GroupSession
  readonly id: string
  /** Made with the first word that is typed. */
  readonly line: GroupLine | undefined
  readonly label: string
  readonly onBegin: () => void
}) => {
  const type = useType()
  const made = useRef<Promise<unknown>>(undefined)
  const draft = useDraft(line?.text ?? '', (base, next: string) => {
    if (line === undefined && made.current === undefined) {
      onBegin()
      made.current = type(record.id, groupLines.add, { id, groupSession: session.id, text: next })
    } else
      void Promise.resolve(made.current).then(() =>
        type(record.id, groupLines.edit, { id, base: { text: base }, next: { text: next } }),
      )
  })
  return (
    <TextInput
      aria-label={label}
      placeholder={t('groupSession.privateLineHint')}
      value={draft.value}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onFocus={draft.onFocus}
      onBlur={draft.onBlur}
    />
  )
}

/** One line; where two laptops each began one, both, since either may have words that the other lacks. */
export const PrivateLines = ({
  record,
  session,
}: {
  readonly record: RecordProjection
  readonly session: GroupSession
}) => {
  // Known before it is made, so that the field stays the same one while its first word becomes a line.
  const [own] = useState(newId)
  const [begun, setBegun] = useState(false)
  const lines = linesIn(record.groupLines, session.id)
  const awaited = begun && !lines.some(({ id }) => id === own)
  const shown = lines.length === 0 || awaited ? [...lines, undefined] : lines
  const mentee = displayName(record.mentee)
  return shown.map((line, index) => {
    const id = line?.id ?? own
    return (
      <PrivateLine
        key={id}
        record={record}
        session={session}
        id={id}
        line={line}
        onBegin={() => setBegun(true)}
        label={
          index === 0
            ? t('groupSession.privateLineAbout', { mentee })
            : t('groupSession.otherPrivateLineAbout', { mentee })
        }
      />
    )
  })
}
