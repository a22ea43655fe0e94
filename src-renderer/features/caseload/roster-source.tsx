/** Where a roster comes from: a file that is chosen or dropped, or a table pasted from a spreadsheet. */
import { Button, Group, Text } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { IconFileDownload, IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { sampleRoster } from '../../../shared/exchange/roster'
import { t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { writeSentence } from '../../context/sentences'
import { FileButton } from '../../ui/file-button'
import { Icon } from '../../ui/icon'
import { offerNote } from '../../ui/undo'
import classes from './roster-source.module.css'

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]')

const saveSample = async (): Promise<void> => {
  const saved = await host.files.save(t('roster.sampleFileName'), sampleRoster())
  if (!saved.ok) offerNote(writeSentence[saved.error])
  else if (saved.value) offerNote(t('roster.sampleSaved'))
}

export const RosterSource = ({
  chosen,
  reading,
  onFile,
  onCancel,
}: {
  /** One has been read. */
  readonly chosen: boolean
  readonly reading: boolean
  readonly onFile: (file: File | null) => void
  readonly onCancel: () => void
}) => {
  const [over, setOver] = useState(false)
  useWindowEvent('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (isField(event.target) || text.trim() === '') return
    event.preventDefault()
    onFile(new File([text], t('roster.pasted')))
  })
  // Wherever in the window it is let go: nothing else here takes a file.
  const drag = (event: DragEvent): void => {
    event.preventDefault()
    setOver(event.type === 'dragover')
  }
  useWindowEvent('dragover', drag)
  useWindowEvent('dragleave', drag)
  useWindowEvent('drop', (event) => {
    drag(event)
    onFile(event.dataTransfer?.files[0] ?? null)
  })
  return (
    <Group
      className={classes.source ?? ''}
      data-over={over || undefined}
      role="group"
      aria-label={t('roster.source')}
    >
      <FileButton
        accept=".csv,.tsv,.txt,text/csv"
        onChange={onFile}
        inputProps={{ 'aria-label': t('roster.file') }}
      >
        {(props) => (
          <Button
            {...props}
            loading={reading}
            variant={chosen ? 'default' : 'filled'}
            leftSection={<Icon of={IconFileImport} />}
          >
            {chosen ? t('roster.chooseOther') : t('common.chooseFile')}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed" flex={1}>
        {t('roster.dropHere')}
      </Text>
      <Button
        variant="subtle"
        leftSection={<Icon of={IconFileDownload} />}
        onClick={() => void saveSample()}
      >
        {t('roster.saveSample')}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </Group>
  )
}
