/** The diagnosis, shown whole before it is saved or copied (shared/bridge/diagnosis.ts). Not a form: nothing is filled in. */
import { Button, Code, Group, Modal, ScrollArea, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { diagnosisText } from '../../../../shared/bridge/diagnosis'
import { t } from '../../../../shared/words/words'
import { host } from '../../../context/app-state'
import { copyText } from '../../../context/copy-text'
import { pageFacts } from '../../../context/page-facts'
import { writeSentence } from '../../../context/sentences'
import { useSubmit } from '../../../context/submit'
import { useOpenVault } from '../../../context/vault/session'
import { Problem } from '../../../ui/problem'
import { offerNote } from '../../../ui/undo'
import { today } from '../../../ui/when'

export const DiagnosisDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { session, sync } = useOpenVault()
  const [text, setText] = useState('')
  const { busy, problem, submit } = useSubmit(t('form.notDone'))
  useEffect(() => {
    void host.about
      .facts()
      .then((facts) => setText(diagnosisText(today(), facts, pageFacts(session, sync))))
  }, [session, sync])
  const save = (): Promise<boolean> =>
    submit(async (refuse) => {
      const saved = await host.files.save(t('about.diagnosisFile', { day: today() }), text)
      if (!saved.ok) return refuse(writeSentence[saved.error])
      if (saved.value) offerNote(t('about.diagnosisSaved'))
    })
  const copy = (): Promise<boolean> =>
    submit(async (refuse) => {
      if (!copyText(text)) return refuse(t('form.notDone'))
      offerNote(t('about.diagnosisCopied'))
    })
  return (
    <Modal opened onClose={onClose} title={t('about.diagnosisTitle')} size="lg">
      <Stack gap="sm">
        <Text size="sm">{t('about.diagnosisIntro')}</Text>
        <ScrollArea.Autosize mah="50vh" type="auto" viewportProps={{ tabIndex: 0 }}>
          <Code block aria-label={t('about.diagnosis')} role="document">
            {text}
          </Code>
        </ScrollArea.Autosize>
        <Problem text={problem} />
        <Group gap="xs">
          <Button loading={busy} disabled={text === ''} onClick={() => void save()}>
            {t('common.save')}
          </Button>
          <Button variant="default" disabled={text === '' || busy} onClick={() => void copy()}>
            {t('about.copy')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
