/** What the end of a session proposes, from what was typed: each one button, and one key wherever the cursor is. */
import { Button, Kbd, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconArrowUp } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { allLines } from '../../../shared/model/record/note-text'
import type { Session } from '../../../shared/model/record/session'
import { type EndingProposals, proposeEnding } from '../../../shared/views/ending'
import { keycaps } from '../../context/commands/shortcuts'
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
      if (!over && lines !== undefined) setProposals(proposeEnding(lines, day))
    }
    look().catch(() => undefined)
    return () => {
      over = true
    }
  }, [vault, record.id, own, day])
  return proposals
}

export const Proposal = ({
  number,
  label,
  onAccept,
}: {
  /** Alt and this number accept it. */
  readonly number: 1 | 2 | 3
  readonly label: string
  readonly onAccept: () => void
}) => {
  useHotkeys([[`alt+Digit${number}`, onAccept, { usePhysicalKeys: true }]], [], true)
  return (
    <Button
      variant="light"
      size="compact-sm"
      className={classes.proposal ?? ''}
      leftSection={<Icon of={IconArrowUp} size="small" />}
      rightSection={<Kbd size="xs">{keycaps(`Alt+${number}`)}</Kbd>}
      onClick={onAccept}
    >
      <Text span inherit truncate>
        {label}
      </Text>
    </Button>
  )
}
