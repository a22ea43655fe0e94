/** Settings → About: what this Confidant is and runs on, where data is, by whom its parts are, and a diagnosis. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { t } from '../../../../shared/words/words'
import { host, useApp } from '../../../context/app-state'
import { Section } from '../../../ui/section'
import { DiagnosisDialog } from './diagnosis-dialog'
import { LicencesDialog } from './licences-dialog'

const Line = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <Group gap="sm" align="baseline" wrap="nowrap">
    <Text size="sm" c="dimmed" w={130} flex="none">
      {name}
    </Text>
    <Stack gap={4} align="flex-start">
      {children}
    </Stack>
  </Group>
)

const DataFolder = () => {
  const [folder, setFolder] = useState('')
  useEffect(() => void host.about.dataFolder().then(setFolder), [])
  return (
    <Line name={t('about.dataIsIn')}>
      <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        {folder}
      </Text>
      <Text size="sm" c="dimmed">
        {t('about.dataHint')}
      </Text>
    </Line>
  )
}

export const AboutSettings = () => {
  const environment = useApp((state) => state.environment)
  const [shown, setShown] = useState<'diagnosis' | 'licences'>()
  if (environment === undefined) return null
  const { version, electron, chromium } = environment
  return (
    <Section title={t('about.title')}>
      <Line name={t('about.version')}>
        <Text size="sm">
          {t('app.name')} {version}
        </Text>
      </Line>
      <Line name={t('about.runsOn')}>
        <Text size="sm">{t('about.runtime', { electron, chromium })}</Text>
      </Line>
      <DataFolder />
      <Group gap="xs">
        <Button variant="default" onClick={() => void host.about.openDataFolder()}>
          {t('about.openFolder')}
        </Button>
        <Button variant="default" onClick={() => setShown('licences')}>
          {t('about.licences')}
        </Button>
        <Button variant="default" onClick={() => setShown('diagnosis')}>
          {t('about.diagnosis')}
        </Button>
      </Group>
      {shown === 'diagnosis' && <DiagnosisDialog onClose={() => setShown(undefined)} />}
      {shown === 'licences' && <LicencesDialog onClose={() => setShown(undefined)} />}
    </Section>
  )
}
