/**
 * What is new: said once after an update, quietly, and to be read again from the palette.
 * Not a form: it is read.
 */
import { Alert, Anchor, List, Modal } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { commandOf } from '../../context/commands/list/all'
import { keycapsOf } from '../../context/commands/shortcuts'
import { changeDeviceSettings } from '../../context/device-settings'
import { Icon } from '../../ui/icon'

/** Newest first; each line is something that a coach can do now. */
const NEWS: readonly { readonly version: string; readonly lines: () => readonly string[] }[] = [
  {
    version: '0.3.0',
    lines: () => [t('news.merging'), t('news.lists', { keys: keycapsOf(commandOf('undo')) })],
  },
  {
    version: '0.2.0',
    lines: () => [
      t('news.search'),
      t('news.notes'),
      t('news.calendar'),
      t('news.reports'),
      t('news.importNotes'),
    ],
  },
]

/** Whoever begins with this version has its number noted from the start (first-run.tsx): nothing is news to them. */
const isNewerThan = (seen: string): boolean => NEWS[0] !== undefined && NEWS[0].version !== seen

export const WhatsNew = () => {
  const seen = useApp(({ environment }) => environment?.settings.seenVersion ?? '')
  const [open, setOpen] = useState(false)
  const [latest] = NEWS
  const read = (): void => {
    if (latest !== undefined) void changeDeviceSettings({ seenVersion: latest.version })
  }
  useCommand('whats-new', () => setOpen(true))
  return (
    <>
      {isNewerThan(seen) && (
        <Alert
          color="teal"
          icon={<Icon of={IconSparkles} size="large" />}
          title={t('news.updated')}
          withCloseButton
          closeButtonLabel={t('common.dismiss')}
          onClose={read}
        >
          <Anchor component="button" type="button" onClick={() => setOpen(true)}>
            {t('news.look')}
          </Anchor>
        </Alert>
      )}
      {open && (
        <Modal
          opened
          title={t('news.title')}
          size="lg"
          onClose={() => {
            read()
            setOpen(false)
          }}
        >
          {NEWS.map(({ version, lines }) => (
            <List key={version} spacing="xs">
              {lines().map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          ))}
        </Modal>
      )}
    </>
  )
}
