/** The header: search, how the sync stands, who may be looking, a new session, the lock. */
import { Box, Button, Group, Tooltip } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { t } from '../../../shared/words/words'
import { runCommand } from '../../context/commands/commands'
import { tipOf } from '../../context/commands/shortcuts'
import { lock } from '../../context/vault/when-needed'
import { SearchButton } from '../../features/search/search-button'
import classes from './frame.module.css'
import { PrivacyMenu } from './privacy-menu'
import { SyncState } from './sync-state'

export const Header = ({ small }: { readonly small: boolean }) => (
  <Group h="100%" justify="flex-end" gap={small ? 4 : 'sm'} wrap={small ? 'wrap' : 'nowrap'}>
    <SearchButton />
    {!small && <Box flex={1} />}
    <Group gap={small ? 4 : 'sm'} wrap="nowrap" className={classes.still ?? ''}>
      <SyncState />
      <PrivacyMenu />
      <Tooltip label={tipOf('new-session')}>
        <Button variant="default" size="compact-md" onClick={() => runCommand('new-session')}>
          {t('app.newSession')}
        </Button>
      </Tooltip>
      <Tooltip label={tipOf('lock')}>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconLock size={16} stroke={1.6} />}
          onClick={() => void lock()}
        >
          {t('app.lock')}
        </Button>
      </Tooltip>
    </Group>
  </Group>
)
