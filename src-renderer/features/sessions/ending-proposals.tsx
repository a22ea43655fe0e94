/** What the end of a session proposes, from what was typed: each one button, and one key wherever the cursor is. */
import { Button, Kbd, Text } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { IconArrowUp } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { allLines } from '../../../shared/model/record/note-text'
import type { Session } from '../../../shared/model/record/session'
import { type EndingProposals, proposeSessionEnding } from '../../../shared/views/session-ending'
import { commandOf } from '../../context/commands/list/all'
import { isPressed, keycapsOf } from '../../context/commands/shortcuts'
import { useOpenVault } from '../../context/vault/session'
import { Icon } from '../../ui/icon'
import { useToday } from '../../ui/when'
import classes from './session-screen.module.css'

const NOTHING: EndingProposals = { takeaway: '', next: undefined, followUp: undefined }

/** Of the session note alone: what only the coach is to see is proposed for nothing. */
export const useEndingProposals = (record: RecordProjection, session: Session): EndingProposals => {
  const { session: vault } = useOpenVault()
  const day = useToday()
  const [proposals, setProposals] = useState(NOTHING)
  const own = kept(record.notes)
    .filter((note) => note.session === session.id && note.role !== 'aid')
    .map(({ id }) => id)
    .join(' ')
  useEffect(() => {
    let over = false
    const look = async (): Promise<void> => {
      const lines = await vault.use(record.id, async ({ doc }) =>
        own.split(' ').flatMap((note) => (note === '' ? [] : allLines(doc, note))),
      )
      if (!over && lines !== undefined) setProposals(proposeSessionEnding(lines, day))
    }
    look().catch(() => undefined)
    return () => {
      over = true
    }
  }, [vault, record.id, own, day])
  return proposals
}

export const Proposal = ({
  command,
  label,
  onAccept,
}: {
  /** Its keys accept it. */
  readonly command: 'use-takeaway' | 'use-next-session' | 'use-follow-up'
  readonly label: string
  readonly onAccept: () => void
}) => {
  useWindowEvent('keydown', (event) => {
    if (!isPressed(command, event)) return
    event.preventDefault()
    onAccept()
  })
  return (
    <Button
      variant="light"
      size="compact-sm"
      className={classes.proposal ?? ''}
      leftSection={<Icon of={IconArrowUp} size="small" />}
      rightSection={<Kbd size="xs">{keycapsOf(commandOf(command))}</Kbd>}
      onClick={onAccept}
    >
      <Text span inherit truncate>
        {label}
      </Text>
    </Button>
  )
}
