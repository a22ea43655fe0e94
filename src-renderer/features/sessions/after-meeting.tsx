/**
 * After the meeting: a short message to the mentee, drafted from what the two share (shared/report/after-meeting.ts),
 * changed here, and copied or opened in the mail program. Confidant sends nothing. What leaves is kept word for word as
 * a shared copy, and stands in the record of sharing.
 */
import { Alert, Button, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { fitsMail, type Mail } from '../../../shared/bridge/mail'
import type { RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import type { Session } from '../../../shared/model/record/session'
import { share } from '../../../shared/model/record/sharing'
import { afterMeeting, firstName, withSentence } from '../../../shared/report/after-meeting'
import { hintsIn } from '../../../shared/views/hints'
import { t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { copyText } from '../../context/copy-text'
import { useSubmit } from '../../context/submit'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useRun } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { Icon } from '../../ui/icon'
import { Problem } from '../../ui/problem'
import { offerNote } from '../../ui/undo'
import { inWords, timeOfDay, today } from '../../ui/when'

const words = { day: (day: string) => inWords(day, 'weekday and day'), time: timeOfDay }

/** What looks like a patient, or like a guess, before it leaves: said, and never in the way. */
const ReadAgain = ({ text }: { readonly text: string }) => {
  const why = [...new Set(hintsIn(text).map((hint) => hint.why))]
  return why.length === 0 ? null : (
    <Alert color="amber" title={t('letter.readAgain')}>
      <Stack gap={2}>
        {why.map((one) => (
          <Text key={one} size="sm">
            {one}
          </Text>
        ))}
      </Stack>
    </Alert>
  )
}

export const AfterMeeting = ({
  record,
  session,
  onClose,
}: {
  readonly record: RecordProjection
  readonly session: Session
  readonly onClose: () => void
}) => {
  const run = useRun()
  const copying = useSubmit(t('letter.notCopied'))
  const mentee = displayName(record.mentee)
  const form = useTypedDialog(`after-meeting/${session.id}`, t('letter.title', { mentee }), {
    ...afterMeeting(record, session, words),
    sentence: '',
  })
  const { subject, text, sentence } = form.values
  const body = withSentence({ text }, sentence)
  const mail: Mail = { to: record.mentee.email, subject: subject.trim(), body }
  const short = fitsMail(mail)
  const log = async (how: 'by-mail' | 'by-copying'): Promise<void> => {
    await run(record.id, share, {
      title: mail.subject || t('common.untitled'),
      text: body,
      fromKind: 'sessions',
      from: session.id,
      visibility: 'shared',
      provenance: 'coach',
      to: mentee,
      why: t('letter.why'),
      date: today(),
      how,
    })
  }
  const open = async (refuse: (why: string) => void): Promise<void> => {
    if (body === '') return refuse(t('letter.empty'))
    if (!(await host.mail.open(mail))) return refuse(t('letter.noProgram'))
    await log('by-mail')
    offerNote(t('letter.opened'))
  }
  const copy = async (): Promise<void> => {
    const done = await copying.submit(async (refuse) => {
      if (body === '') return refuse(t('letter.empty'))
      if (!copyText(body)) return refuse(t('letter.notCopied'))
      await log('by-copying')
    })
    if (!done) return
    form.forget()
    onClose()
    offerNote(t('letter.copied'))
  }
  return (
    <FormDialog
      form={form}
      action={t('letter.open')}
      disabled={!short}
      failure={t('letter.noProgram')}
      onClose={onClose}
      onSubmit={open}
      left={
        <Button
          variant="default"
          leftSection={<Icon of={IconCopy} />}
          loading={copying.busy}
          onClick={() => void copy()}
        >
          {t('letter.copy')}
        </Button>
      }
    >
      <TextInput
        label={t('letter.sentence')}
        description={t('letter.sentenceHint')}
        {...firstField}
        value={sentence}
        onChange={(event) => form.set({ sentence: event.currentTarget.value })}
      />
      <TextInput
        label={t('letter.subjectLabel')}
        maxLength={200}
        value={subject}
        onChange={(event) => form.set({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={t('letter.textLabel')}
        description={t('letter.textHint')}
        autosize
        minRows={8}
        maxRows={16}
        value={text}
        onChange={(event) => form.set({ text: event.currentTarget.value })}
      />
      <ReadAgain text={body} />
      <Text size="sm" c="dimmed">
        {short ? t('letter.leaves') : `${t('letter.tooLong')} ${t('letter.leaves')}`}
      </Text>
      <Problem text={copying.problem} />
    </FormDialog>
  )
}

/** What the mentee is called on the button that opens it. */
export const writeTo = (record: RecordProjection): string =>
  t('letter.write', { name: firstName(record.mentee) })
