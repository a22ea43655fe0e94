/** "Why is this a memory aid, and is it still one?": the answer, from what is known of the note. */
import { Button, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { type Disclosure, disclosures } from '../../../shared/model/sharing'
import { useRun } from '../../app/session'
import { longDay, today } from '../../ui/when'

export const WhyMemoryAid = ({
  recordId,
  noteId,
  title,
  log,
}: {
  readonly recordId: string
  readonly noteId: string
  readonly title: string
  /** All disclosures of the record. */
  readonly log: readonly Disclosure[]
}) => {
  const run = useRun()
  const [to, setTo] = useState('')
  const own = log.filter(({ from }) => from === noteId)
  const shown = own.filter(({ how }) => how === 'told')
  const copied = own.filter(({ how }) => how !== 'told')
  const tell = async (): Promise<void> => {
    if (to.trim() === '') return
    await run(recordId, disclosures.add, {
      what: title,
      to: to.trim(),
      date: today(),
      how: 'told',
      fromKind: 'notes',
      from: noteId,
    })
    setTo('')
  }
  return (
    <Popover width={360} position="top-start" shadow="sm" withinPortal trapFocus>
      <Popover.Target>
        <UnstyledButton>
          <Text size="sm" td="underline" c="dimmed">
            Why is this a memory aid?
          </Text>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm">
            It is your own recollection, written by you, and nothing that the mentee gave you. It stays one as
            long as nobody else has seen it and nothing is decided with it.
          </Text>
          <Text size="sm" fw={600}>
            {shown.length === 0
              ? 'Never shown, and never used for a decision, as far as this record says.'
              : `Shown to ${shown.map((one) => `${one.to} on ${longDay(one.date)}`).join('; ')}. It may no longer count as yours alone.`}
          </Text>
          {copied.map((one) => (
            <Text key={one.id} size="sm" c="dimmed">
              A copy went to {one.to} on {longDay(one.date)}; this text did not.
            </Text>
          ))}
          <TextInput
            label="I showed it to, or decided with it"
            placeholder="Whom, or what for"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button size="xs" variant="default" onClick={() => void tell()}>
            Write it down
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
