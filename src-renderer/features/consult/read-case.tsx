/**
 * A colleague's case, opened with its code: a letter to read, and no mentee. It is not stored here; the file stays where
 * it was saved and, after its last day, opens no more. The reply is sealed with the key that came in the case.
 */
import { Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Case, sealReply } from '../../../shared/exchange/consult'
import { t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { caseSentence, codeSentence, readingSentence, writeSentence } from '../../context/sentences'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useOpenVault } from '../../context/vault/session'
import { FileAndCodeFields, isWithout, NO_FILE } from '../../forms/file-and-code'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { offerNote } from '../../ui/undo'
import { longDay, today } from '../../ui/when'
import { Written } from '../../ui/written'
import { useReader } from '../import/use-reader'

const AnswerCase = ({
  opened,
  onClose,
}: {
  readonly opened: Case
  readonly onClose: () => void
}) => {
  const { session } = useOpenVault()
  const form = useTypedDialog(`case-reply/${opened.id}`, t('consult.readTitle'), {
    from: '',
    text: '',
  })
  const { from, text } = form.values
  const save = async (refuse: (why: string) => void): Promise<void> => {
    const reply = {
      id: opened.id,
      from: from.trim() || t('handOver.colleague'),
      sentOn: today(),
      text: text.trim(),
    }
    const saved = await host.files.save(t('consult.replyFileName'), sealReply(opened, reply))
    if (!saved.ok) return refuse(writeSentence[saved.error])
    if (!saved.value) return refuse('')
    await session.log.add('case-sent', t('log.replyTo', { coach: opened.from }))
    offerNote(t('consult.replySaved', { coach: opened.from }))
  }
  return (
    <FormDialog
      form={form}
      action={t('consult.saveReply')}
      disabled={text.trim() === ''}
      onSubmit={save}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('consult.readFrom', { coach: opened.from, day: longDay(opened.until) })}
      </Text>
      <Stack component="article" aria-label={t('consult.theCase')} tabIndex={0}>
        <Written>{opened.text}</Written>
      </Stack>
      <Textarea
        label={t('consult.yourReply')}
        description={t('consult.yourReplyHint')}
        {...firstField}
        autosize
        minRows={5}
        value={text}
        onChange={(event) => form.set({ text: event.currentTarget.value })}
      />
      <TextInput
        label={t('handOver.fromCoach')}
        value={from}
        onChange={(event) => form.set({ from: event.currentTarget.value })}
      />
    </FormDialog>
  )
}

export const ReadCase = ({ onClose }: { readonly onClose: () => void }) => {
  const { session } = useOpenVault()
  const [given, setGiven] = useState(NO_FILE)
  const [opened, setOpened] = useState<Case>()
  const reader = useReader()
  const open = async (refuse: (why: string) => void): Promise<void> => {
    const { file, code } = given
    if (file === null) return
    const { seenDay } = session.model.getState().vault
    const day = seenDay !== null && today() < seenDay ? seenDay : today()
    const answer = await reader.read('case', { file, code, day })
    if (!answer.ok) return refuse(readingSentence[answer.error])
    const read = answer.value
    if (!read.ok)
      return refuse(
        typeof read.error === 'string' ? caseSentence[read.error] : codeSentence(read.error),
      )
    await session.log.add('case-read', t('log.caseFrom', { coach: read.value.from }))
    setOpened(read.value)
  }
  if (opened !== undefined) return <AnswerCase opened={opened} onClose={onClose} />
  return (
    <FormDialog
      form={{ title: t('consult.read') }}
      action={t('handOver.openFile')}
      size="md"
      disabled={isWithout(given)}
      byEnter
      failure={t('form.notDone')}
      onSubmit={open}
      onClose={onClose}
      onDone={() => undefined}
    >
      <Text size="sm">{t('consult.readHint')}</Text>
      <FileAndCodeFields label={t('consult.file')} value={given} onChange={setGiven} />
    </FormDialog>
  )
}
