/** Taking in a hand-over from another coach: the file, the code, what is in it, and then the mentees. */
import { Button, FileButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { substitutions } from '../../../shared/model/ending'
import { type HandOver, openHandOver } from '../../../shared/model/hand-over'
import { fromPortable } from '../../../shared/model/portable'
import { t } from '../../../shared/words'
import { codeSentence, handOverSentence } from '../../app/sentences'
import { useOpenVault } from '../../app/session'
import { offerNote } from '../../ui/undo'
import { longDay, today } from '../../ui/when'
import { behindWords } from './leaving-items'

export const TakeInDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { session } = useOpenVault()
  const [file, setFile] = useState<File | null>(null)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState('')
  const [opened, setOpened] = useState<HandOver>()
  const [busy, setBusy] = useState(false)

  const open = async (): Promise<void> => {
    if (file === null) return
    const read = openHandOver(await file.text(), code)
    if (read.ok) {
      setProblem('')
      return setOpened(read.value)
    }
    setProblem(typeof read.error === 'string' ? handOverSentence[read.error] : codeSentence(read.error))
  }

  const takeIn = async ({ mentees, from, until }: HandOver): Promise<void> => {
    setBusy(true)
    let left = 0
    for (const portable of mentees) {
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
      if (until !== null) await session.runOnVault(substitutions.add, { record: id, from, until })
    }
    await session.log.add('handed-over-in', `${mentees.length} from ${from}`)
    offerNote(
      t('takeInDialog.numberReceivedFromFromValue', {
        number: t('count.mentee', { count: mentees.length }),
        from,
        value: left === 0 ? '' : ` ${t('count.item', { count: left })} could not be read and stayed out.`,
      }),
    )
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t('takeInDialog.takeInAHandOver')} size="md">
      <Stack gap="md">
        {opened === undefined ? (
          <>
            <Group>
              <FileButton
                accept=".json,application/json"
                onChange={setFile}
                inputProps={{ 'aria-label': t('takeInDialog.handOverFile') }}
              >
                {(props) => (
                  <Button {...props} variant="default">
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
            {problem !== '' && (
              <Text role="alert" size="sm" c="var(--mantine-color-error)">
                {problem}
              </Text>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button disabled={file === null || code.trim() === ''} onClick={() => void open()}>
                {t('takeInDialog.open')}
              </Button>
            </Group>
          </>
        ) : (
          <>
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
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button loading={busy} onClick={() => void takeIn(opened)}>
                {t('takeInDialog.takeValueIn', {
                  value:
                    opened.mentees.length === 1
                      ? t('takeInDialog.thisMentee')
                      : t('takeInDialog.theseMentees'),
                })}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  )
}
