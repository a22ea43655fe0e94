/** The header's way into the one field for everything. */
import { Button, Kbd, Text } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { runCommand } from '../../context/commands/commands'
import { commandOf, titleOf } from '../../context/commands/list/all'
import { keycapsOf } from '../../context/commands/shortcuts'
import { Icon } from '../../ui/icon'

export const SearchButton = () => {
  const search = commandOf('search')
  return (
    <Button
      variant="default"
      size="compact-md"
      miw={120}
      style={{ flex: '0 1 320px' }}
      justify="space-between"
      leftSection={<Icon of={IconSearch} />}
      rightSection={<Kbd size="xs">{keycapsOf(search)}</Kbd>}
      onClick={() => runCommand('search')}
    >
      <Text span size="sm" c="dimmed" truncate>
        {titleOf(search)}
      </Text>
    </Button>
  )
}
