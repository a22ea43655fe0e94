/** Which columns a table shows, and whatever else is chosen about how it looks. */
import { Button, Menu } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../../shared/words/words'
import { Icon } from './icon'

export const ColumnMenu = <Column extends string>({
  columns,
  hidden,
  onHide,
  children,
}: {
  readonly columns: readonly { readonly id: Column; readonly label: string }[]
  readonly hidden: readonly Column[]
  readonly onHide: (hidden: readonly Column[]) => void
  /** What stands above the columns. */
  readonly children?: ReactNode
}) => (
  <Menu withinPortal shadow="sm" position="bottom-end" closeOnItemClick={false}>
    <Menu.Target>
      <Button variant="default" px={9} aria-label={t('table.view')} title={t('table.view')}>
        <Icon of={IconAdjustmentsHorizontal} size="large" />
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      {children}
      <Menu.Label>{t('table.columns')}</Menu.Label>
      {columns.map(({ id, label }) => (
        <Menu.CheckboxItem
          key={id}
          checked={!hidden.includes(id)}
          onChange={(shown) => onHide(shown ? hidden.filter((one) => one !== id) : [...hidden, id])}
        >
          {label}
        </Menu.CheckboxItem>
      ))}
    </Menu.Dropdown>
  </Menu>
)
