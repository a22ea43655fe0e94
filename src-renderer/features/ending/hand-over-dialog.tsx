/**
 * Handing mentees over, for good or until a day: what goes, item by item; what stays behind, counted; a summary that
 * the mentee approves; then one file under a code that travels another way.
 */
import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useState } from 'react'
import { type HandOver, sealHandOver } from '../../../shared/model/hand-over'
import { leaving } from '../../../shared/model/leaving'
import { displayName } from '../../../shared/model/mentee'
import { toPortable } from '../../../shared/model/portable'
import { currentRecords, type RecordProjection } from '../../../shared/model/projection'
import { disclosures } from '../../../shared/model/sharing'
import { host } from '../../app/app-state'
import { writeSentence } from '../../app/sentences'
import { useModel, useOpenVault } from '../../app/session'
import { offerNote } from '../../ui/undo'
import { longDay, today } from '../../ui/when'
import { behindWords, titleOf } from './leaving-items'

const Preview = ({
  record,
  left,
  onLeft,
}: {
  readonly record: RecordProjection
  readonly left: ReadonlySet<string>
  readonly onLeft: (id: string, out: boolean) => void
}) => {
  const { items, staysBehind } = leaving(record, 'next-coach')
  return (
    <Stack gap={4} component="section" aria-label={`Of ${displayName(record.mentee)}`}>
      <Text fw={600}>{displayName(record.mentee)}</Text>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing but who they are.
        </Text>
      )}
      {items.map((one) => (
        <Checkbox
          key={one.id}
          size="xs"
          label={titleOf(one)}
          checked={!left.has(one.id)}
          onChange={(event) => onLeft(one.id, !event.currentTarget.checked)}
        />
      ))}
      <Text size="sm" c="dimmed">
        {Object.keys(staysBehind).length === 0
          ? 'Nothing stays behind.'
          : `Stays behind: ${behindWords(staysBehind)}.`}
      </Text>
    </Stack>
  )
}

export const HandOverDialog = ({
  first,
  onClose,
}: {
  /** The mentee from whose page it was opened. */
  readonly first?: string
  readonly onClose: () => void
}) => {
  const { session } = useOpenVault()
  const records = useModel((model) => model.records)
  const [chosen, setChosen] = useState<string[]>(first === undefined ? [] : [first])
  const [to, setTo] = useState('')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState<string | null>(null)
  const [summary, setSummary] = useState('')
  const [approved, setApproved] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [code, setCode] = useState<readonly string[]>()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const picked = chosen.flatMap((id) => records[id] ?? [])

  const make = async (): Promise<void> => {
    setBusy(true)
    setProblem('')
    const contents: HandOver = {
      from: from.trim() || 'A colleague',
      createdAt: new Date().toISOString(),
      until,
      mentees: [],
      staysBehind: {},
    }
    for (const record of picked) {
      const { items, staysBehind } = leaving(record, 'next-coach')
      const going = items.filter(({ id }) => !left.has(id))
      await session.use(record.id, async (live) => {
        const { mentee } = record
        // What is the coach's own about them stays: what not to bring up, recusals, why something is held.
        const shown = { ...mentee, avoid: '', recusal: '', hold: '', tags: [], keepUntil: null }
        contents.mentees.push(
          toPortable({ id: record.id, mentee: shown }, going, live.doc, approved ? summary.trim() : ''),
        )
      })
      contents.staysBehind[record.id] = { ...staysBehind } as Record<string, number>
    }
    const sealed = sealHandOver(contents)
    const name = until === null ? 'Confidant hand-over.json' : 'Confidant substitute.json'
    const saved = await host.saveFile(name, sealed.file)
    setBusy(false)
    if (!saved.ok) return setProblem(writeSentence[saved.error])
    if (!saved.value) return
    for (const record of picked)
      await session.run(record.id, disclosures.add, {
        what: until === null ? 'Hand-over' : `Lent to a substitute until ${until}`,
        to: to.trim(),
        date: today(),
        why: until === null ? 'The next coach goes on from here' : 'Temporary substitute',
        how: 'hand-over',
      })
    await session.log.add('handed-over', `${picked.length} to ${to.trim()}`)
    setCode(sealed.code)
  }

  if (code !== undefined)
    return (
      <Modal opened onClose={onClose} title="The code of this hand-over" size="md">
        <Stack gap="md">
          <Text size="sm">
            The file is saved and sealed. Tell {to.trim()} this code another way than the file: by phone, or
            face to face. It opens this file alone, and it is not kept here.
          </Text>
          <Text ff="monospace" fw={600} aria-label="Hand-over code" style={{ letterSpacing: '0.06em' }}>
            {code.join(' ')}
          </Text>
          <Group justify="flex-end">
            <Button
              onClick={() => {
                offerNote('The hand-over is noted among the disclosures.')
                onClose()
              }}
            >
              Done
            </Button>
          </Group>
        </Stack>
      </Modal>
    )
  return (
    <Modal opened onClose={onClose} title="Hand over" size="lg">
      <Stack gap="md">
        <MultiSelect
          label="Mentees"
          searchable
          data={currentRecords(records).map(({ id, mentee }) => ({ value: id, label: displayName(mentee) }))}
          value={chosen}
          onChange={setChosen}
        />
        <Group grow align="flex-end">
          <TextInput
            label="To"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            label="From"
            description="Your name, as they will read it"
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <DateInput
            label="Only until"
            description="For a substitute"
            valueFormat="D MMM YYYY"
            clearable
            minDate={today()}
            value={until}
            onChange={setUntil}
            popoverProps={{ withinPortal: true }}
          />
        </Group>
        <Textarea
          label="Summary for the next coach"
          autosize
          minRows={3}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
        <Checkbox
          label="The mentee has read this summary and agrees"
          description="Without it the summary stays here"
          checked={approved}
          disabled={summary.trim() === ''}
          onChange={(event) => setApproved(event.currentTarget.checked)}
        />
        {picked.map((record) => (
          <Preview
            key={record.id}
            record={record}
            left={left}
            onLeft={(id, out) => {
              const next = new Set(left)
              if (out) next.add(id)
              else next.delete(id)
              setLeft(next)
            }}
          />
        ))}
        <Text size="sm" c="dimmed">
          Memory aids, well-being check-ins and reflections stay with you.
          {until !== null && ` The substitute’s copy is erased after ${longDay(until)}.`}
        </Text>
        {problem !== '' && (
          <Alert color="amber" role="alert">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            loading={busy}
            disabled={picked.length === 0 || to.trim() === ''}
            onClick={() => void make()}
          >
            Save the sealed file
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
