/** What is set for this laptop alone: its name, locking, capture, the tray, the keychain. */
import { Button, Group, NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { nameDevice } from '../../../shared/model/caseload/device'
import { t } from '../../../shared/words/words'
import { host, useApp } from '../../context/app-state'
import { commandOf } from '../../context/commands/list/all'
import { keycaps, keycapsOf } from '../../context/commands/shortcuts'
import { changeDeviceSettings } from '../../context/device-settings'
import { useTypedValue } from '../../context/typing/kept-typing'
import { useOpenVault, useRunOnVault, useVault } from '../../context/vault/session'
import { AskPassphrase } from '../../forms/ask-passphrase'
import { HINT_BELOW } from '../../forms/hint-below'
import { Section } from '../../ui/section'
import { offerNote } from '../../ui/undo'
import { useManaged } from './managed-settings'

const MINUTES: readonly number[] = [1, 2, 5, 10, 15, 30, 60]

/** The keys of an accelerator as they are printed on a keyboard. */
const keyWords = (shortcut: string): string => keycaps(shortcut.replace('CommandOrControl', 'Mod'))

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

const LaptopName = () => {
  const { device } = useOpenVault().session
  const runOnVault = useRunOnVault()
  const { devices } = useVault()
  const [typed, setTyped] = useTypedValue<string | undefined>('setting/device-name', undefined)
  const leave = (): void => {
    const name = typed?.trim().slice(0, 60) ?? ''
    if (name === '') return setTyped(undefined)
    void runOnVault(nameDevice, { id: device, name }).then(() => {
      setTyped(undefined)
      offerNote(t('thisLaptop.renamed', { name }))
    })
  }
  return (
    <TextInput
      label={t('thisLaptop.name')}
      description={t('thisLaptop.nameHint')}
      inputWrapperOrder={HINT_BELOW}
      w={300}
      value={typed ?? devices[device] ?? ''}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
    />
  )
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
        label={t('thisLaptop.captureShortcut')}
        description={t('thisLaptop.captureShortcutHint')}
        readOnly
        w={300}
        value={
          listening
            ? t('thisLaptop.pressKeys')
            : captureShortcut === null
              ? t('thisLaptop.off')
              : keyWords(captureShortcut)
        }
        error={environment.state.shortcut === 'taken' ? t('thisLaptop.keysTaken') : undefined}
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
          {t('thisLaptop.shortcutOff')}
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
    const kept = await host.keychain.keep(session.opened.vaultKey)
    if (!kept.ok) return offerNote(t('thisLaptop.keychainRefused'))
    await session.log.add('keychain-on')
    now('on')
  }
  const turnOff = async (): Promise<void> => {
    await host.keychain.forget()
    await session.log.add('keychain-off')
    now('off')
  }
  return (
    <>
      <Switch
        label={t('unlock.withKeychain')}
        description={
          keychain === 'absent' ? t('thisLaptop.noKeychain') : t('thisLaptop.keychainHint')
        }
        disabled={keychain === 'absent'}
        checked={keychain === 'on'}
        onChange={(event) => (event.currentTarget.checked ? setAsking(true) : void turnOff())}
      />
      {asking && (
        <AskPassphrase
          title={t('thisLaptop.unlockWithKeychain')}
          why={t('thisLaptop.keychainExplained')}
          action={t('thisLaptop.keepKey')}
          onProven={turnOn}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

export const LaptopSettings = () => {
  const environment = useApp((state) => state.environment)
  const { longestAutoLockMinutes: longest } = useManaged()
  if (environment === undefined) return null
  const { settings, state } = environment
  const choices = [...new Set([...MINUTES, settings.autoLockMinutes, longest ?? 0])].sort(
    (a, b) => a - b,
  )
  return (
    <Section title={t('thisLaptop.title')} gap="md">
      <LaptopName />
      <NativeSelect
        label={t('thisLaptop.lockAfter')}
        description={
          longest === null
            ? t('thisLaptop.lockHint')
            : t('school.atMost', { time: t('count.minute', { count: longest }) })
        }
        w={300}
        value={String(settings.autoLockMinutes)}
        onChange={(event) =>
          void changeDeviceSettings({ autoLockMinutes: Number(event.currentTarget.value) })
        }
        data={[
          ...choices
            .filter((minutes) => minutes > 0 && minutes <= (longest ?? minutes))
            .map((minutes) => ({
              value: String(minutes),
              label:
                minutes === 1
                  ? t('thisLaptop.oneMinute')
                  : minutes === 60
                    ? t('thisLaptop.oneHour')
                    : t('thisLaptop.minutes', { minutes }),
            })),
          ...(longest === null ? [{ value: '0', label: t('common.never') }] : []),
        ]}
      />
      <CaptureShortcut />
      <Stack gap="sm">
        <Switch
          label={t('thisLaptop.stayInTray')}
          description={t('thisLaptop.stayInTrayHint')}
          checked={settings.staysInTray}
          onChange={(event) =>
            void changeDeviceSettings({ staysInTray: event.currentTarget.checked })
          }
        />
        <Switch
          label={t('thisLaptop.hideWindow')}
          description={
            state.canHide
              ? t('thisLaptop.hideWindowHint')
              : t('thisLaptop.cannotHideWindow', { keys: keycapsOf(commandOf('privacy')) })
          }
          checked={settings.hiddenFromScreens && state.canHide}
          disabled={!state.canHide}
          onChange={(event) =>
            void changeDeviceSettings({ hiddenFromScreens: event.currentTarget.checked })
          }
        />
        <Keychain />
      </Stack>
      <Text size="sm" c="dimmed">
        {t('thisLaptop.clipboardHint')}
      </Text>
    </Section>
  )
}
