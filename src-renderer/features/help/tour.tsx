/** The first-run tour: four steps on Today, which can be left at any of them and taken again from the palette. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { commandOf } from '../../../shared/commands'
import { useApp } from '../../app/app-state'
import { runCommand, useCommand } from '../../app/commands'
import { changeDeviceSettings } from '../../app/device-settings'
import { keycapsOf } from '../../app/shortcuts'

const STEPS = [
  {
    title: 'Find or do anything',
    text: 'One field finds every word in your vault and knows every command. Type a name, a word, or what you want to do.',
    command: 'search',
    action: 'Try it',
  },
  {
    title: 'In a meeting',
    text: 'Start a session and type. A slash makes a goal, an action item or a template of the line; @ mentions a goal.',
    command: 'new-session',
    action: 'Start a session',
  },
  {
    title: 'On the go',
    text: 'The capture shortcut opens a small window from any program, even while the vault is locked. What you type waits in your inbox.',
    command: 'capture',
    action: 'Capture a note',
  },
  {
    title: 'Eyes in the room',
    text: 'The privacy screen blurs everything but the text you are in; locking hides it all. A backup folder and the recovery sheet keep it safe: both are in the settings.',
    command: 'settings',
    action: 'Open the settings',
  },
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
    <Card component="section" aria-label="A quick look around">
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="lg">
        <Stack gap={4}>
          <Text size="sm" c="dimmed">
            A quick look around, {step + 1} of {STEPS.length}
          </Text>
          <Title order={2}>
            {current.title}
            {keys !== '' && (
              <Text span c="dimmed" ml="sm">
                {keys}
              </Text>
            )}
          </Title>
          <Text maw="62ch">{current.text}</Text>
        </Stack>
        <Group gap="xs" wrap="nowrap">
          <Button variant="subtle" onClick={end}>
            Skip
          </Button>
          <Button variant="default" onClick={() => runCommand(current.command)}>
            {current.action}
          </Button>
          {step + 1 < STEPS.length ? (
            <Button onClick={() => setStep(step + 1)}>Next</Button>
          ) : (
            <Button onClick={end}>Done</Button>
          )}
        </Group>
      </Group>
    </Card>
  )
}
