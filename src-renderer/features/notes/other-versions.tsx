/**
 * What a note said on another laptop when both brought it over from an older Confidant with different words: shown
 * under the text until the coach has taken it in or left it out.
 */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { settleVersion } from '../../../shared/model/record/note-text'
import { t } from '../../../shared/words/words'
import { useRecord, useRun } from '../../context/vault/session'
import classes from './note-text.module.css'

export const OtherVersions = ({
  recordId,
  noteId,
}: {
  readonly recordId: string
  readonly noteId: string
}) => {
  const run = useRun()
  const others = useRecord(recordId)?.notes.find(({ id }) => id === noteId)?.others ?? []
  return others.map(({ id: version, text }) => {
    const settle = (below: boolean): void =>
      void run(recordId, settleVersion, { id: noteId, version, below })
    return (
      <Alert key={version} color="amber" title={t('note.anotherVersion')}>
        <Stack gap="xs">
          <Text size="sm">{t('note.anotherVersionWhy')}</Text>
          <Text size="sm" className={classes.readOnly ?? ''} aria-label={t('note.anotherVersion')}>
            {text}
          </Text>
          <Group gap="sm">
            <Button size="compact-sm" variant="default" onClick={() => settle(true)}>
              {t('note.takeBelow')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => settle(false)}>
              {t('note.leaveOut')}
            </Button>
          </Group>
        </Stack>
      </Alert>
    )
  })
}
