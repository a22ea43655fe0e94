/** What is set for this laptop alone: locking, capture, the tray, the keychain. */
import { Button, Group, NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { host, useApp } from '../../app/app-state'
import { changeDeviceSettings } from '../../app/device-settings'
import { useOpenVault } from '../../app/session'
import { Section } from '../../ui/section'
import { offerNote } from '../../ui/undo'
import { AskPassphrase } from './ask-passphrase'

const MINUTES = [1, 2, 5, 10, 15, 30, 60] as const

/** The keys of an accelerator as they are printed on a keyboard. */
const keyWords = (shortcut: string): string =>
  shortcut
    .replace('CommandOrControl', navigator.platform.startsWith('Mac') ? 'Cmd' : 'Ctrl')
    .replaceAll('+', ' ')

/** The accelerator that was pressed, or nothing while only modifiers are down. */
const acceleratorOf = (event: KeyboardEvent): string | undefined => {
  const key = /^Key[A-Z]$/.test(event.code)
    ? event.code.slice(3)
    : /^Digit\d$/.test(event.code)
      ? event.code.slice(5)
      : event.code === 'Space' || /^F\d{1,2}$/.test(event.code)
        ? event.code
        : undefined
  const modifiers = [
    (event.ctrlKey || event.metaKey) && 'CommandOrControl',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
  ].filter((one) => one !== false)
  // A single key, or Shift and a letter, would be taken from every other program.
  const enough = modifiers.some((one) => one !== 'Shift')
  return key === undefined || !enough ? undefined : [...modifiers, key].join('+')
}

const CaptureShortcut = () => {
  const environment = useApp((state) => state.environment)
  const [listening, setListening] = useState(false)
  if (environment === undefined) return null
  const { captureShortcut } = environment.settings
  const set = async (shortcut: string | null): Promise<void> => {
    setListening(false)
    await changeDeviceSettings({ captureShortcut: shortcut })
  }
  return (
    <Group align="flex-end">
      <TextInput
        label="Shortcut for capturing a note"
        description="Works in every program, vault locked or not"
        readOnly
        w={300}
        value={listening ? 'Press the keys …' : captureShortcut === null ? 'Off' : keyWords(captureShortcut)}
        error={
          environment.state.shortcut === 'taken'
            ? 'Another program has these keys. Choose others.'
            : undefined
        }
        onFocus={() => setListening(true)}
        onBlur={() => setListening(false)}
        onKeyDown={(event) => {
          if (event.key === 'Tab') return
          event.preventDefault()
          if (event.key === 'Escape') event.currentTarget.blur()
          const pressed = acceleratorOf(event)
          if (pressed === undefined) return
          event.currentTarget.blur()
          void set(pressed)
        }}
      />
      {captureShortcut !== null && (
        <Button variant="default" onClick={() => void set(null)}>
          Turn the shortcut off
        </Button>
      )}
    </Group>
  )
}

const Keychain = () => {
  const { session } = useOpenVault()
  const environment = useApp((state) => state.environment)
  const [asking, setAsking] = useState(false)
  if (environment === undefined) return null
  const { keychain } = environment
  const now = (next: typeof keychain): void =>
    useApp.setState({ environment: { ...environment, keychain: next } })
  const turnOn = async (): Promise<void> => {
    const kept = await host.keychainKeep(session.opened.vaultKey)
    if (!kept.ok) return offerNote('The keychain did not take the key. Nothing was changed.')
    await session.log.add('keychain-on')
    now('on')
  }
  const turnOff = async (): Promise<void> => {
    await host.keychainForget()
    await session.log.add('keychain-off')
    now('off')
  }
  return (
    <>
      <Switch
        label="Unlock with this computer’s keychain"
        description={
          keychain === 'absent'
            ? 'This computer has no keychain that protects anything, so the passphrase is the way in.'
            : 'Saves typing the passphrase. It protects against whoever takes the disk, and not against whoever is logged in as you: they can open the vault with one click.'
        }
        disabled={keychain === 'absent'}
        checked={keychain === 'on'}
        onChange={(event) => (event.currentTarget.checked ? setAsking(true) : void turnOff())}
      />
      {asking && (
        <AskPassphrase
          title="Unlock with the keychain"
          why="The vault’s key is kept in this computer’s keychain from then on. The passphrase goes on working."
          action="Keep the key"
          onProven={turnOn}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

export const LaptopSettings = () => {
  const environment = useApp((state) => state.environment)
  if (environment === undefined) return null
  const { settings, state } = environment
  const known: readonly number[] = MINUTES
  const choices = known.includes(settings.autoLockMinutes) ? MINUTES : [...MINUTES, settings.autoLockMinutes]
  return (
    <Section title="This laptop" gap="md">
      <NativeSelect
        label="Lock when nothing happens for"
        description="It also locks when the laptop sleeps, its lid is closed, or its screen is locked"
        w={300}
        value={String(settings.autoLockMinutes)}
        onChange={(event) =>
          void changeDeviceSettings({ autoLockMinutes: Number(event.currentTarget.value) })
        }
        data={[
          ...choices
            .filter((minutes) => minutes > 0)
            .map((minutes) => ({
              value: String(minutes),
              label: minutes === 1 ? '1 minute' : minutes === 60 ? 'an hour' : `${minutes} minutes`,
            })),
          { value: '0', label: 'Never' },
        ]}
      />
      <CaptureShortcut />
      <Stack gap="sm">
        <Switch
          label="Stay in the tray when the window is closed"
          description="The vault is locked then, and a note can still be captured"
          checked={settings.staysInTray}
          onChange={(event) => void changeDeviceSettings({ staysInTray: event.currentTarget.checked })}
        />
        <Switch
          label="Hide the window from screenshots and screen sharing"
          description={
            state.canHide
              ? 'Others in a call see an empty window. A camera, and someone behind you, still see the screen.'
              : 'This system cannot hide a window: share another one, or use the privacy screen (Ctrl Shift H).'
          }
          checked={settings.hiddenFromScreens && state.canHide}
          disabled={!state.canHide}
          onChange={(event) => void changeDeviceSettings({ hiddenFromScreens: event.currentTarget.checked })}
        />
        <Keychain />
      </Stack>
      <Text size="sm" c="dimmed">
        What you copy from Confidant leaves the clipboard after a minute, and when the vault locks.
      </Text>
    </Section>
  )
}
