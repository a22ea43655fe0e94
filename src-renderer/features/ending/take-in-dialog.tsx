/**
 * Taking in a hand-over from another coach: the file, the code, what is in it, and then the mentees. The code is kept
 * nowhere when the dialog is closed.
 */
import { Button, FileButton, Group, Text, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { HandOver } from '../../../shared/exchange/hand-over'
import { fromPortable } from '../../../shared/exchange/portable'
import { substitutions } from '../../../shared/model/caseload/ending'
import { t } from '../../../shared/words/words'
import { codeSentence, handOverSentence, readingSentence } from '../../context/sentences'
import { useOpenVault, useRunOnVault } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { offerNote } from '../../ui/undo'
import { longDay, today } from '../../ui/when'
import { useReader } from '../import/use-reader'
import { behindWords } from './leaving-items'

export const TakeInDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { session } = useOpenVault()
  const [file, setFile] = useState<File | null>(null)
  const [code, setCode] = useState('')
  const [opened, setOpened] = useState<HandOver>()
  const reader = useReader()
  const run = useRunOnVault()
  /** Those that are in: trying again after a failure must not add them twice. */
  const taken = useRef(new Set<string>())

  const open = async (refuse: (why: string) => void): Promise<void> => {
    if (file === null) return
    const answer = await reader.read('handOver', { file, code })
    if (!answer.ok) return refuse(readingSentence[answer.error])
    const read = answer.value
    if (read.ok) return setOpened(read.value)
    refuse(typeof read.error === 'string' ? handOverSentence[read.error] : codeSentence(read.error))
  }

  const takeIn = async ({ mentees, from, until }: HandOver): Promise<void> => {
    let left = 0
    for (const portable of mentees) {
      if (taken.current.has(portable.id)) continue
      const id = await session.addRecord((doc) => {
        left += fromPortable(doc, portable, {
          receivedFrom:
            `${from}, ${longDay(today())}${portable.summary === '' ? '' : `: ${portable.summary}`}`.slice(
              0,
              300,
            ),
          ...(portable.summary.length > 200 ? { interests: portable.summary } : {}),
        })
      })
      if (until !== null) await run(substitutions.add, { record: id, from, until })
      taken.current.add(portable.id)
    }
    await session.log.add('handed-over-in', `${mentees.length} from ${from}`)
    offerNote(
      t('takeInDialog.numberReceivedFromFromValue', {
        number: t('count.mentee', { count: mentees.length }),
        from,
        value: left === 0 ? '' : ` ${t('count.item', { count: left })} could not be read and stayed out.`,
      }),
    )
  }

  const title = t('takeInDialog.takeInAHandOver')
  if (opened === undefined)
    return (
      <FormDialog
        key="code"
        form={{ title }}
        action={t('takeInDialog.open')}
        size="md"
        disabled={file === null || code.trim() === ''}
        byEnter
        onSubmit={open}
        onClose={onClose}
        onDone={() => undefined}
      >
        <Group>
          <FileButton
            accept=".json,application/json"
            onChange={setFile}
            inputProps={{ 'aria-label': t('takeInDialog.handOverFile') }}
          >
            {(props) => (
              <Button {...props} {...firstField} variant="default">
                {t('takeInDialog.chooseTheFile')}
              </Button>
            )}
          </FileButton>
          <Text size="sm">{file?.name}</Text>
        </Group>
        <TextInput
          label={t('takeInDialog.code')}
          description={t('takeInDialog.fiveGroupsYourColleagueTellsYou')}
          ff="monospace"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </FormDialog>
    )
  return (
    <FormDialog
      key="contents"
      form={{ title }}
      action={t('takeInDialog.takeValueIn', {
        value: opened.mentees.length === 1 ? t('takeInDialog.thisMentee') : t('takeInDialog.theseMentees'),
      })}
      size="md"
      onSubmit={() => takeIn(opened)}
      onClose={onClose}
    >
      <Text size="sm">
        {t('takeInDialog.fromFrom', { from: opened.from })}
        {opened.until !== null &&
          t('takeInDialog.asASubstituteUntilUntilAfter', { until: longDay(opened.until) })}
        .
      </Text>
      {opened.mentees.map((one) => (
        <div key={one.id}>
          <Text fw={600}>{String(one.mentee.name ?? t('takeInDialog.unnamed'))}</Text>
          <Text size="sm" c="dimmed">
            {t('count.item', { count: one.items.length })}
            {one.summary !== '' && t('takeInDialog.andASummary')}
            {behindWords(opened.staysBehind[one.id] ?? {}) !== '' &&
              t('takeInDialog.keptByFromBehindwords', {
                from: opened.from,
                behindWords: behindWords(opened.staysBehind[one.id] ?? {}),
              })}
          </Text>
        </div>
      ))}
    </FormDialog>
  )
}
