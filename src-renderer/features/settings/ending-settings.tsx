/** Settings → Keeping and ending: the retention rule, what is to be looked at, certificates, export and import. */
import { Button, FileButton, Group, NumberInput, Stack, Table, Text } from '@mantine/core'
import { strToU8, zipSync } from 'fflate'
import { useState } from 'react'
import { setSettings } from '../../../shared/model/caseload'
import { type Erasure, erasures, reviewDay, toReview } from '../../../shared/model/ending'
import { makeExport, readExport, recordToMarkdown, takeInCaseload } from '../../../shared/model/export'
import { leaving } from '../../../shared/model/leaving'
import { displayName, editMentee } from '../../../shared/model/mentee'
import { fromPortable, type Portable, toPortable } from '../../../shared/model/portable'
import { kept } from '../../../shared/model/projection'
import { go, host } from '../../app/app-state'
import { exportSentence, writeSentence } from '../../app/sentences'
import { useModel, useOpenVault, useRun, useRunOnVault, useVault } from '../../app/session'
import { count, kindLabels } from '../../ui/labels'
import { PrintSheet } from '../../ui/print-sheet'
import { Section } from '../../ui/section'
import { offerNote } from '../../ui/undo'
import { longDay, relativeDay, today } from '../../ui/when'
import { AskPassphrase } from './ask-passphrase'

const Certificate = ({ one, onClose }: { readonly one: Erasure; readonly onClose: () => void }) => {
  const runOnVault = useRunOnVault()
  const backups = one.backups.split('\n').filter(Boolean)
  return (
    <PrintSheet
      title="Certificate of erasure"
      onClose={onClose}
      options={
        one.name !== '' && (
          <Button
            variant="default"
            onClick={() => {
              void runOnVault(erasures.edit, { id: one.id, next: { name: '' } })
              onClose()
            }}
          >
            I have the certificate: forget the name, too
          </Button>
        )
      }
    >
      <h2>Certificate of erasure</h2>
      <p>Record: {one.name === '' ? `of a mentee (${one.record.slice(0, 8)})` : one.name}</p>
      <p>
        Asked for on {longDay(one.askedOn)}
        {one.why !== '' && ` (${one.why})`}; carried out on {longDay(one.doneAt.slice(0, 10))}.
      </p>
      <p>
        Erased: {count(one.sessions, 'session')}, {count(one.notes, 'note')}, {count(one.goals, 'goal')} and
        everything else in the record. Its key was destroyed, so that what is left of it on other laptops and
        on the relay cannot be read; both remove it the next time they are reached.
      </p>
      <p>
        {backups.length === 0
          ? 'No earlier backup was known to this laptop.'
          : 'Backups written before still hold the record, sealed, and whoever can open one of them can read it:'}
      </p>
      {backups.length > 0 && (
        <ul>
          {backups.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
    </PrintSheet>
  )
}

const useExports = () => {
  const { session } = useOpenVault()
  const collect = async (): Promise<Portable[]> => {
    const records: Portable[] = []
    for (const record of Object.values(session.model.getState().records)) {
      if (record.mentee.deletedAt !== null) continue
      await session.use(record.id, async (live) => {
        records.push(toPortable(record, leaving(record, 'coach').items, live.doc))
      })
    }
    return records
  }
  const save = async (as: 'json' | 'markdown'): Promise<void> => {
    const records = await collect()
    const saved =
      as === 'json'
        ? await host.saveFile(
            `Confidant export ${today()}.json`,
            JSON.stringify(
              makeExport(session.model.getState().vault, records, new Date().toISOString()),
              null,
              1,
            ),
          )
        : await host.saveFile(
            `Confidant export ${today()}.zip`,
            zipSync(
              Object.fromEntries(
                records.map((record) => [
                  `${String(record.mentee.name).replace(/[^\p{L}\p{N} .-]/gu, '')} ${record.id.slice(0, 4)}.md`,
                  strToU8(recordToMarkdown(record, kindLabels)),
                ]),
              ),
            ),
          )
    if (!saved.ok) return offerNote(writeSentence[saved.error])
    if (!saved.value) return
    await session.log.add(
      'exported',
      `${count(records.length, 'mentee')}, ${as === 'json' ? 'JSON' : 'Markdown'}`,
    )
    offerNote(
      'The export is saved, unsealed. Keep it where nobody else reads it, and delete it when you are done.',
    )
  }
  const takeIn = async (file: File): Promise<string> => {
    const read = readExport(await file.text())
    if (!read.ok) return exportSentence[read.error]
    let left = (await session.runOnVault(takeInCaseload, read.value)) ?? 0
    let added = 0
    for (const portable of read.value.records) {
      if (session.keyOf(portable.id) !== undefined) continue
      await session.addRecord((doc) => {
        left += fromPortable(doc, portable)
      }, portable.id)
      added++
    }
    const known = read.value.records.length - added
    return [
      `${count(added, 'mentee')} taken in.`,
      known > 0 && `${count(known, 'mentee')} were here already and were left as they are.`,
      left > 0 && `${count(left, 'item')} could not be read and stayed out.`,
    ]
      .filter(Boolean)
      .join(' ')
  }
  return { save, takeIn }
}

export const EndingSettings = () => {
  const run = useRun()
  const runOnVault = useRunOnVault()
  const vault = useVault()
  const records = useModel((model) => model.records)
  const [asking, setAsking] = useState<'json' | 'markdown'>()
  const [certificate, setCertificate] = useState<Erasure>()
  const [said, setSaid] = useState('')
  const { save, takeIn } = useExports()
  const { retentionYears } = vault.settings
  const review = toReview(Object.values(records), retentionYears, today())
  const done = kept(vault.erasures).filter((one) => one.done)
  return (
    <Section title="Keeping and ending" gap="md">
      <NumberInput
        label="Ask me about a record so many years after coaching ended"
        description="Your school’s rule may say otherwise. Nothing is ever deleted by itself."
        w={420}
        min={0}
        max={50}
        allowDecimal={false}
        value={retentionYears}
        onChange={(years) =>
          typeof years === 'number' &&
          years >= 0 &&
          years <= 50 &&
          void runOnVault(setSettings, { retentionYears: Math.round(years) })
        }
      />
      {review.length > 0 && (
        <Table aria-label="Records to look at">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>To look at</Table.Th>
              <Table.Th>Since</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {review.map(({ id, mentee }) => (
              <Table.Tr key={id}>
                <Table.Td>{displayName(mentee)}</Table.Td>
                <Table.Td>{relativeDay(reviewDay(mentee, retentionYears) ?? today())}</Table.Td>
                <Table.Td ta="end">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() =>
                      void run(id, editMentee, {
                        next: { keepUntil: `${Number(today().slice(0, 4)) + 1}${today().slice(4)}` },
                      })
                    }
                  >
                    Keep another year
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() => go({ screen: 'mentee', id, tab: 'record' })}
                  >
                    Open
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {done.length > 0 && (
        <Stack gap={4}>
          <Text fw={600} size="sm">
            Erased
          </Text>
          {done.map((one) => (
            <Group key={one.id} justify="space-between">
              <Text size="sm">
                {one.name === '' ? `A mentee’s record (${one.record.slice(0, 8)})` : one.name},{' '}
                {longDay(one.doneAt.slice(0, 10))}
              </Text>
              <Button size="compact-sm" variant="subtle" onClick={() => setCertificate(one)}>
                Certificate
              </Button>
            </Group>
          ))}
        </Stack>
      )}
      <Group gap="xs">
        <Button variant="default" onClick={() => setAsking('json')}>
          Export everything
        </Button>
        <Button variant="default" onClick={() => setAsking('markdown')}>
          Export as Markdown
        </Button>
        <FileButton
          accept=".json,application/json"
          onChange={(file) => file !== null && void takeIn(file).then(setSaid)}
          inputProps={{ 'aria-label': 'Export file' }}
        >
          {(props) => (
            <Button {...props} variant="default">
              Take in an export
            </Button>
          )}
        </FileButton>
      </Group>
      {said !== '' && (
        <Text size="sm" role="status">
          {said}
        </Text>
      )}
      {asking !== undefined && (
        <AskPassphrase
          title={asking === 'json' ? 'Export everything' : 'Export as Markdown'}
          why="The file is not sealed: whoever has it can read every note, memory aids too. Escalation records and the bin stay in the vault. For a copy that only you can open, make a backup instead."
          action="Save the export"
          onProven={() => save(asking)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {certificate !== undefined && (
        <Certificate one={certificate} onClose={() => setCertificate(undefined)} />
      )}
    </Section>
  )
}
