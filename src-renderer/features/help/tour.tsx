/** The first-run tour: four steps on Today, which can be left at any of them and taken again from the palette. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { spoken, t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { runCommand, useCommand } from '../../context/commands/commands'
import { commandOf } from '../../context/commands/list/all'
import { keycapsOf } from '../../context/commands/shortcuts'
import { changeDeviceSettings } from '../../context/device-settings'

const STEPS = [
  spoken(
    { title: 'tour.find', text: 'tour.findText', action: 'tour.tryIt' },
    { command: 'search' },
  ),
  spoken(
    { title: 'tour.meeting', text: 'tour.meetingText', action: 'tour.startSession' },
    { command: 'new-session' },
  ),
  spoken(
    { title: 'tour.onTheGo', text: 'tour.onTheGoText', action: 'tour.captureNote' },
    { command: 'capture' },
  ),
  spoken(
    { title: 'tour.eyes', text: 'tour.eyesText', action: 'common.openSettings' },
    { command: 'settings' },
  ),
] as const

export const Tour = () => {
  const done = useApp(({ environment }) => environment?.settings.tourDone !== false)
  const [step, setStep] = useState(0)
  useCommand('tour', () => {
    setStep(0)
    void changeDeviceSettings({ tourDone: false })
  })
  const current = STEPS[step]
  if (done || current === undefined) return null
  const end = (): void => void changeDeviceSettings({ tourDone: true })
  const keys = keycapsOf(commandOf(current.command))
  return (
    <Card component="section" aria-label={t('tour.title')} px="md" py="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="lg">
        <Stack gap={2}>
          <Text size="sm" c="dimmed">
            {t('tour.stepOf', { step: step + 1, total: STEPS.length })}
          </Text>
          <Title order={2} size="h3">
            {current.title}
            {keys !== '' && (
              <Text span c="dimmed" ml="sm">
                {keys}
              </Text>
            )}
          </Title>
          <Text size="sm" maw="62ch">
            {current.text}
          </Text>
        </Stack>
        <Group gap="xs" wrap="nowrap">
          <Button variant="subtle" onClick={end}>
            {t('tour.skip')}
          </Button>
          <Button variant="default" onClick={() => runCommand(current.command)}>
            {current.action}
          </Button>
          {step + 1 < STEPS.length ? (
            <Button onClick={() => setStep(step + 1)}>{t('tour.next')}</Button>
          ) : (
            <Button onClick={end}>{t('common.done')}</Button>
          )}
        </Group>
      </Group>
    </Card>
  )
}
