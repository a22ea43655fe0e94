/** Sharing a copy: exactly what leaves is shown and can be changed before; the private one stays as it is. */
import {
  Alert,
  Button,
  Group,
  Modal,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { share } from '../../../shared/model/sharing'
import type { Provenance } from '../../../shared/model/visibility'
import { t } from '../../../shared/words'
import { DIALOG, useTyped } from '../../app/kept-typing'
import { useRun } from '../../app/session'
import { firstField } from '../../ui/first-field'
import { offerNote } from '../../ui/undo'
import { today } from '../../ui/when'

export interface Shareable {
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly text: string
  readonly provenance: Provenance
}

export const ShareDialog = ({
  recordId,
  mentee,
  item,
  onClose,
}: {
  readonly recordId: string
  readonly mentee: string
  readonly item: Shareable
  readonly onClose: () => void
}) => {
  const run = useRun()
  const [to, setTo] = useState<'shared' | 'program'>('shared')
  const [title, setTitle] = useTyped(`${DIALOG}Share a copy/title`, item.title)
  const [text, setText] = useTyped(`${DIALOG}Share a copy/text`, item.text)
  const [why, setWhy] = useTyped(`${DIALOG}Share a copy/why`, '')
  const [who, setWho] = useState('')
  const [busy, setBusy] = useState(false)
  const program = to === 'program'
  const submit = async (): Promise<void> => {
    setBusy(true)
    await run(recordId, share, {
      title: title.trim() || t('shareDialog.untitled'),
      // The program gets the fact in the title, never content.
      text: program ? '' : text,
      fromKind: item.kind,
      from: item.id,
      visibility: to,
      provenance: item.provenance,
      to: program ? who.trim() || t('shareDialog.theProgram') : mentee,
      why: why.trim(),
      date: today(),
    })
    offerNote(
      program
        ? t('shareDialog.theProgramsCopyAndItsDisclosure')
        : t('shareDialog.aCopyIsSharedWithMentee', { mentee }),
    )
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('shareDialog.shareACopy')} size="lg">
      <Stack gap="md">
        <SegmentedControl
          aria-label={t('shareDialog.shareWith')}
          value={to}
          onChange={(value) => setTo(value as typeof to)}
          data={[
            { value: 'shared', label: t('shareDialog.withMentee', { mentee }) },
            { value: 'program', label: t('shareDialog.withTheProgram') },
          ]}
        />
        <TextInput
          label={t('shareDialog.title')}
          {...firstField}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {program ? (
          <>
            <Alert color="blue" title={t('shareDialog.factsOnly')}>
              {t('shareDialog.theProgramMayKnowThatSomething')}
            </Alert>
            <TextInput
              label={t('shareDialog.toWhom')}
              placeholder={t('shareDialog.theProgramOffice')}
              value={who}
              onChange={(event) => setWho(event.currentTarget.value)}
            />
          </>
        ) : (
          <Textarea
            label={t('shareDialog.exactlyThisIsShared')}
            description={t('shareDialog.changeItHereYourOwnText')}
            minRows={6}
            maxRows={16}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t('shareDialog.why')}
          placeholder={t('shareDialog.forTheDisclosureLog')}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t('shareDialog.theSharingIsWrittenIntoThe')}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button loading={busy} onClick={() => void submit()}>
              {t('shareDialog.shareTheCopy')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  )
}
