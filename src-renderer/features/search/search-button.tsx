/** The header's way into the one field for everything. */
import { Button, Kbd, Text } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { runCommand } from '../../context/commands/commands'
import { commandOf, titleOf } from '../../context/commands/list/all'
import { keycapsOf } from '../../context/commands/shortcuts'
import { Icon } from '../../ui/icon'
import classes from './search-button.module.css'

export const SearchButton = () => {
  const search = commandOf('search')
  return (
    <Button
      variant="default"
      size="compact-md"
      className={classes.field ?? ''}
      leftSection={<Icon of={IconSearch} />}
      rightSection={<Kbd size="xs">{keycapsOf(search)}</Kbd>}
      title={titleOf(search)}
      onClick={() => runCommand('search')}
    >
      <Text span size="sm" c="dimmed" truncate>
        {titleOf(search)}
      </Text>
    </Button>
  )
}
