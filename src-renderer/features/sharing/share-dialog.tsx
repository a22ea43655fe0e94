/** Sharing a copy: exactly what leaves is shown and can be changed before; the private one stays as it is. */
import {
  Alert,
  Button,
  Group,
  Modal,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { share } from '../../../shared/model/sharing'
import type { Provenance } from '../../../shared/model/visibility'
import { DIALOG, useTyped } from '../../app/kept-typing'
import { useRun } from '../../app/session'
import { offerNote } from '../../ui/undo'
import { today } from '../../ui/when'

export interface Shareable {
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly text: string
  readonly provenance: Provenance
}

export const ShareDialog = ({
  recordId,
  mentee,
  item,
  onClose,
}: {
  readonly recordId: string
  readonly mentee: string
  readonly item: Shareable
  readonly onClose: () => void
}) => {
  const run = useRun()
  const [to, setTo] = useState<'shared' | 'program'>('shared')
  const [title, setTitle] = useTyped(`${DIALOG}Share a copy/title`, item.title)
  const [text, setText] = useTyped(`${DIALOG}Share a copy/text`, item.text)
  const [why, setWhy] = useTyped(`${DIALOG}Share a copy/why`, '')
  const [who, setWho] = useState('')
  const [busy, setBusy] = useState(false)
  const program = to === 'program'
  const submit = async (): Promise<void> => {
    setBusy(true)
    await run(recordId, share, {
      title: title.trim() || 'Untitled',
      // The program gets the fact in the title, never content.
      text: program ? '' : text,
      fromKind: item.kind,
      from: item.id,
      visibility: to,
      provenance: item.provenance,
      to: program ? who.trim() || 'The program' : mentee,
      why: why.trim(),
      date: today(),
    })
    offerNote(
      program ? 'The program’s copy and its disclosure are kept.' : `A copy is shared with ${mentee}.`,
    )
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Share a copy" size="lg">
      <Stack gap="md">
        <SegmentedControl
          aria-label="Share with"
          value={to}
          onChange={(value) => setTo(value as typeof to)}
          data={[
            { value: 'shared', label: `With ${mentee}` },
            { value: 'program', label: 'With the program' },
          ]}
        />
        <TextInput
          label="Title"
          data-autofocus
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {program ? (
          <>
            <Alert color="blue" title="Facts only">
              The program may know that something happened, met or not met, and never what was said. Only the
              title leaves.
            </Alert>
            <TextInput
              label="To whom"
              placeholder="The program office"
              value={who}
              onChange={(event) => setWho(event.currentTarget.value)}
            />
          </>
        ) : (
          <Textarea
            label="Exactly this is shared"
            description="Change it here; your own text stays as it is."
            minRows={6}
            maxRows={16}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <TextInput
          label="Why"
          placeholder="For the disclosure log"
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            The sharing is written into the disclosure log.
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button loading={busy} onClick={() => void submit()}>
              Share the copy
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  )
}
