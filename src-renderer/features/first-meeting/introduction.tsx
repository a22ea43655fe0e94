/** The introduction as a page to print or save, and the first message as a text to copy into the mail program. */
import { Alert, Button, Text, Textarea } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { fillIn, type Template, templatesWith } from '../../../shared/model/caseload/template'
import type { RecordProjection } from '../../../shared/model/projection'
import { pairedSince, sentFirstMessage } from '../../../shared/model/record/pairing'
import { firstName } from '../../../shared/report/after-meeting'
import { introduction } from '../../../shared/report/introduction'
import { reportToMarkdown } from '../../../shared/report/report'
import { t } from '../../../shared/words/words'
import { copyText } from '../../context/copy-text'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useRun, useVault } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { Icon } from '../../ui/icon'
import { offerNote } from '../../ui/undo'
import { today } from '../../ui/when'
import { MenteeSheet } from '../print/mentee-sheet'
import { ReportContent } from '../reports/report-content'
import { templateValues } from '../templates/template-values'

interface Props {
  readonly record: RecordProjection
  readonly onClose: () => void
}

export const Introduction = ({ record, onClose }: Props) => {
  const vault = useVault()
  const report = introduction(record, vault)
  return (
    <MenteeSheet
      record={record}
      title={report.title}
      why={t('paired.firstMeeting')}
      markdown={() => reportToMarkdown(report)}
      options={
        report.letterhead.trim() === '' && (
          <Alert color="teal">{t('paired.introductionNeedsYou')}</Alert>
        )
      }
      onClose={onClose}
    >
      <div className="one-page">
        <ReportContent report={report} />
      </div>
    </MenteeSheet>
  )
}

/** The template's paragraphs without its headings: a message has none. */
const messageOf = (template: Template | undefined, values: Parameters<typeof fillIn>[1]): string =>
  (template?.fields ?? [])
    .map(({ hint }) => fillIn(hint, values).trim())
    .filter(Boolean)
    .join('\n\n')

export const FirstMessage = ({ record, onClose }: Props) => {
  const run = useRun()
  const vault = useVault()
  const template = templatesWith(vault.templates).find(({ id }) => id === 'first-message')
  const form = useTypedDialog(`first-message/${record.id}`, t('paired.firstMessage'), {
    text: messageOf(template, {
      ...templateValues(record, vault),
      mentee: firstName(record.mentee),
    }),
  })
  const { text } = form.values
  const copy = (): void => {
    if (copyText(text)) offerNote(t('paired.messageCopied'))
  }
  return (
    <FormDialog
      form={form}
      action={t('paired.markAsSent')}
      left={
        <Button
          variant="default"
          leftSection={<Icon of={IconCopy} />}
          disabled={text.trim() === ''}
          onClick={copy}
        >
          {t('about.copy')}
        </Button>
      }
      onSubmit={() =>
        run(record.id, sentFirstMessage, { today: today(), since: pairedSince(record) })
      }
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('paired.messageIntro')}
      </Text>
      <Textarea
        {...firstField}
        label={t('paired.message')}
        autosize
        minRows={8}
        value={text}
        onChange={(event) => form.set({ text: event.currentTarget.value })}
      />
    </FormDialog>
  )
}
