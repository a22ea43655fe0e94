/** What else can be done here, behind three dots. */
import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import classes from './more-menu.module.css'

export const MoreMenu = ({
  name,
  quiet = false,
  children,
}: {
  /** The accessible name: of what it is more. */
  readonly name: string
  /** In a card, beside other quiet buttons. */
  readonly quiet?: boolean
  /** Its `Menu.Item`s. */
  readonly children: ReactNode
}) => (
  <Menu withinPortal shadow="sm" position="bottom-end" middlewares={{ size: { padding: 8 } }}>
    <Menu.Target>
      <Button
        aria-label={name}
        {...(quiet
          ? { variant: 'subtle', color: 'gray', c: 'dimmed', px: 6, size: 'compact-sm' }
          : { variant: 'default', px: 9 })}
      >
        <Icon of={IconDots} size="large" />
      </Button>
    </Menu.Target>
    <Menu.Dropdown className={classes.list ?? ''}>{children}</Menu.Dropdown>
  </Menu>
)
