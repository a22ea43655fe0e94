/** The overlay of shortcuts, made from the list of commands. Not a form: it is read. */
import { Group, Kbd, Modal, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core'
import { COMMAND_GROUPS } from '../../../shared/bridge/commands'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { COMMANDS, titleOf } from '../../context/commands/list/all'
import { keycapsOf } from '../../context/commands/shortcuts'
import { changeDeviceSettings } from '../../context/device-settings'
import { commandGroupLabels } from '../../ui/labels'

const close = (): void => useApp.setState({ overlay: false })

const Keys = ({ keys }: { readonly keys: string }) => (
  <Group gap={4} wrap="nowrap">
    {keys.split(' ').map((key, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the keys of one shortcut, in order
      <Kbd key={index} size="xs">
        {key}
      </Kbd>
    ))}
  </Group>
)

export const ShortcutsOverlay = () => {
  const open = useApp((state) => state.overlay)
  const single = useApp(({ environment }) => environment?.settings.singleKeys === true)
  useCommand('shortcuts', () => useApp.setState({ overlay: !open }))
  if (!open) return null
  return (
    <Modal opened onClose={close} title={t('shortcuts.title')} size="xl">
      <Stack gap="lg">
        <Switch
          label={t('comfort.singleKeys')}
          description={t('comfort.singleKeysHint')}
          checked={single}
          onChange={(event) =>
            void changeDeviceSettings({ singleKeys: event.currentTarget.checked })
          }
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
          {COMMAND_GROUPS.map((group) => {
            const commands = COMMANDS.filter(
              (command) =>
                command.group === group &&
                (command.keys !== undefined || (single && command.single !== undefined)),
            )
            return commands.length === 0 ? null : (
              <Stack key={group} gap={4} component="section" aria-label={commandGroupLabels[group]}>
                <Title order={3}>{commandGroupLabels[group]}</Title>
                {commands.map((command) => (
                  <Group key={command.id} justify="space-between" wrap="nowrap">
                    <Text size="sm">{titleOf(command)}</Text>
                    <Group gap="sm" wrap="nowrap">
                      {command.keys !== undefined && <Keys keys={keycapsOf(command)} />}
                      {single && command.single !== undefined && <Keys keys={command.single} />}
                    </Group>
                  </Group>
                ))}
              </Stack>
            )
          })}
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {t('shortcuts.paletteHint')}
        </Text>
      </Stack>
    </Modal>
  )
}
