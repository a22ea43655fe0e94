/** Settings → Keeping and ending: the retention rule, what is to be looked at, certificates, export and import. */
import { Button, FileButton, Group, NumberInput, Stack, Table, Text } from '@mantine/core'
import { strToU8, zipSync } from 'fflate'
import { useState } from 'react'
import { makeExport, recordToMarkdown, takeInCaseload } from '../../../shared/exchange/export'
import { fromPortable, type Portable, toPortable } from '../../../shared/exchange/portable'
import { setSettings } from '../../../shared/model/caseload/caseload'
import { type Erasure, erasures } from '../../../shared/model/caseload/ending'
import { leaving } from '../../../shared/model/leaving'
import { kept } from '../../../shared/model/projection'
import { displayName, editMentee } from '../../../shared/model/record/mentee'
import { reviewDay, toReview } from '../../../shared/views/endings-due'
import { t } from '../../../shared/words/words'
import { go, host } from '../../context/app-state'
import { exportSentence, readingSentence, writeSentence } from '../../context/sentences'
import {
  useModel,
  useOpenVault,
  useRun,
  useRunOnVault,
  useVault,
} from '../../context/vault/session'
import { AskPassphrase } from '../../forms/ask-passphrase'
import { codeWords } from '../../ui/code-words'
import { Section } from '../../ui/section'
import { offerNote } from '../../ui/undo'
import { longDay, relativeDay, today, useToday } from '../../ui/when'
import { HistorySetting } from '../history/history-setting'
import { useReading } from '../import/use-reader'
import { PrintSheet } from '../print/print-sheet'

const Certificate = ({ one, onClose }: { readonly one: Erasure; readonly onClose: () => void }) => {
  const runOnVault = useRunOnVault()
  const backups = one.backups.split('\n').filter(Boolean)
  return (
    <PrintSheet
      title={t('ending.certificateTitle')}
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
            {t('ending.forgetName')}
          </Button>
        )
      }
    >
      <h2>{t('ending.certificateTitle')}</h2>
      <p>
        {one.name === ''
          ? t('ending.recordNumber', { number: one.record.slice(0, 8) })
          : t('ending.recordOf', { name: one.name })}
      </p>
      <p>
        {one.why === ''
          ? t('ending.askedAndDone', {
              asked: longDay(one.askedOn),
              done: longDay(one.doneAt.slice(0, 10)),
            })
          : t('ending.askedWhyAndDone', {
              asked: longDay(one.askedOn),
              reason: one.why,
              done: longDay(one.doneAt.slice(0, 10)),
            })}
      </p>
      <p>
        {t('ending.erasedWhat', {
          sessions: t('count.session', { count: one.sessions }),
          notes: t('count.note', { count: one.notes }),
          goals: t('count.goal', { count: one.goals }),
        })}
      </p>
      <p>{backups.length === 0 ? t('ending.noEarlierBackup') : t('ending.backupsHoldIt')}</p>
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
  const { read: readFile, reading } = useReading()
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
        ? await host.files.save(
            t('export.fileName', { day: today() }),
            JSON.stringify(
              makeExport(session.model.getState().vault, records, new Date().toISOString()),
              null,
              1,
            ),
          )
        : await host.files.save(
            t('export.archiveName', { day: today() }),
            zipSync(
              Object.fromEntries(
                records.map((record) => [
                  t('export.noteFileName', {
                    name: String(record.mentee.name).replace(/[^\p{L}\p{N} .-]/gu, ''),
                    id: record.id.slice(0, 4),
                  }),
                  strToU8(recordToMarkdown(record, codeWords)),
                ]),
              ),
            ),
          )
    if (!saved.ok) return offerNote(writeSentence[saved.error])
    if (!saved.value) return
    await session.log.add(
      'exported',
      `${t('count.mentee', { count: records.length })}, ${as === 'json' ? 'JSON' : 'Markdown'}`,
    )
    offerNote(t('export.saved'))
  }
  const takeIn = async (file: File): Promise<string> => {
    const answer = await readFile('export', file)
    if (!answer.ok) return readingSentence[answer.error]
    const read = answer.value
    if (!read.ok) return exportSentence[read.error]
    let left = 0
    // Each record under an id of its own: two laptops that take in one export would each make a key for the same one.
    const ids = new Map<string, string>()
    let added = 0
    const here = Object.values(session.model.getState().records)
    for (const portable of read.value.records) {
      const known =
        session.keyOf(portable.id) === undefined
          ? here.find(({ mentee }) => mentee.cameFrom === portable.id)?.id
          : portable.id
      if (known === undefined) added++
      ids.set(
        portable.id,
        known ??
          (await session.addRecord((doc) => {
            left += fromPortable(doc, portable)
          })),
      )
    }
    left += (await session.runOnVault(takeInCaseload, { given: read.value, records: ids })) ?? 0
    const known = read.value.records.length - added
    return [
      t('export.takenIn', { mentees: t('count.mentee', { count: added }) }),
      known > 0 && t('export.hereAlready', { mentees: t('count.mentee', { count: known }) }),
      left > 0 && t('export.unreadable', { items: t('count.item', { count: left }) }),
    ]
      .filter(Boolean)
      .join(' ')
  }
  return { save, takeIn, reading }
}

export const EndingSettings = () => {
  const run = useRun()
  const runOnVault = useRunOnVault()
  const vault = useVault()
  const records = useModel((model) => model.records)
  const [asking, setAsking] = useState<'json' | 'markdown'>()
  const [certificate, setCertificate] = useState<Erasure>()
  const [said, setSaid] = useState('')
  const { save, takeIn, reading } = useExports()
  const { retentionYears } = vault.settings
  const day = useToday()
  const review = toReview(Object.values(records), retentionYears, vault.seenDay)
  const done = kept(vault.erasures).filter((one) => one.done)
  return (
    <Section title={t('ending.title')} gap="md">
      <NumberInput
        label={t('ending.askAfterYears')}
        description={t('ending.askAfterYearsHint')}
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
      <HistorySetting />
      {review.length > 0 && (
        <Table aria-label={t('ending.recordsToLookAt')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('ending.toLookAt')}</Table.Th>
              <Table.Th>{t('ending.since')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {review.map(({ id, mentee }) => (
              <Table.Tr key={id}>
                <Table.Td>{displayName(mentee)}</Table.Td>
                <Table.Td>{relativeDay(reviewDay(mentee, retentionYears) ?? day, day)}</Table.Td>
                <Table.Td ta="end">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() =>
                      void run(id, editMentee, {
                        next: {
                          keepUntil: `${Number(today().slice(0, 4)) + 1}${today().slice(4)}`,
                        },
                      })
                    }
                  >
                    {t('ending.keepAnotherYear')}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() => go({ screen: 'mentee', id, tab: 'record' })}
                  >
                    {t('ending.open')}
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
            {t('ending.erased')}
          </Text>
          {done.map((one) => (
            <Group key={one.id} justify="space-between">
              <Text size="sm">
                {one.name === ''
                  ? t('ending.recordByNumber', { number: one.record.slice(0, 8) })
                  : one.name}
                , {longDay(one.doneAt.slice(0, 10))}
              </Text>
              <Button size="compact-sm" variant="subtle" onClick={() => setCertificate(one)}>
                {t('ending.certificate')}
              </Button>
            </Group>
          ))}
        </Stack>
      )}
      <Group gap="xs">
        <Button variant="default" onClick={() => setAsking('json')}>
          {t('export.everything')}
        </Button>
        <Button variant="default" onClick={() => setAsking('markdown')}>
          {t('export.markdown')}
        </Button>
        <FileButton
          accept=".json,application/json"
          onChange={(file) => file !== null && void takeIn(file).then(setSaid)}
          inputProps={{ 'aria-label': t('export.file') }}
        >
          {(props) => (
            <Button {...props} loading={reading} variant="default">
              {t('export.takeIn')}
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
          title={asking === 'json' ? t('export.everything') : t('export.markdown')}
          why={t('export.notSealed')}
          action={t('export.save')}
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
