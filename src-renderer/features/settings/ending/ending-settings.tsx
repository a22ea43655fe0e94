/** Settings → Keeping and ending: the retention rule, what is to be looked at, certificates, export and import. */
import { Button, Checkbox, Group, NumberInput, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { setSettings } from '../../../../shared/model/caseload/caseload'
import { type Erasure, erasures } from '../../../../shared/model/caseload/ending'
import { kept } from '../../../../shared/model/projection'
import { displayName, editMentee } from '../../../../shared/model/record/mentee'
import { reviewDay, toReview } from '../../../../shared/views/endings-due'
import { t } from '../../../../shared/words/words'
import { go } from '../../../context/app-state'
import { useModel, useRun, useRunOnVault, useVault } from '../../../context/vault/session'
import { AskPassphrase } from '../../../forms/ask-passphrase'
import { FileButton } from '../../../ui/file-button'
import { Section } from '../../../ui/section'
import { longDay, relativeDay, today, useToday } from '../../../ui/when'
import { HistorySetting } from '../../history/history-setting'
import { PrintSheet } from '../../print/print-sheet'
import { useExports } from './use-exports'

const Certificate = ({ one, onClose }: { readonly one: Erasure; readonly onClose: () => void }) => {
  const runOnVault = useRunOnVault()
  const backups = one.backups.split('\n').filter(Boolean)
  return (
    <PrintSheet
      title={t('ending.certificateTitle')}
      onGiven={null}
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

export const EndingSettings = () => {
  const run = useRun()
  const runOnVault = useRunOnVault()
  const vault = useVault()
  const records = useModel((model) => model.records)
  const [asking, setAsking] = useState<'json' | 'markdown'>()
  const [certificate, setCertificate] = useState<Erasure>()
  const [said, setSaid] = useState('')
  const [history, setHistory] = useState(false)
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
      <Checkbox
        label={t('history.goesAlong')}
        description={t('history.exportHint')}
        checked={history}
        onChange={(event) => setHistory(event.currentTarget.checked)}
      />
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
          onProven={() => save(asking, history)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {certificate !== undefined && (
        <Certificate one={certificate} onClose={() => setCertificate(undefined)} />
      )}
    </Section>
  )
}
