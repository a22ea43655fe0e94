/** At the end of an item's line: changing it, and taking it away. */
import { Group } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../../shared/words/words'
import { DeleteButton } from './delete-button'
import { QuietButton } from './quiet-button'

export const EditAndDelete = ({
  item,
  deleteName = t('rotation.delete', { item }),
  size = 30,
  onEdit,
  onDelete,
  children,
}: {
  /** What the item is called, for who hears the buttons' names. */
  readonly item: string
  readonly deleteName?: string
  readonly size?: number
  readonly onEdit: () => void
  readonly onDelete: () => unknown
  /** Whatever else can be done with it, before these. */
  readonly children?: ReactNode
}) => (
  <Group gap={0} wrap="nowrap">
    {children}
    <QuietButton
      name={t('rotation.editNamed', { item })}
      icon={IconPencil}
      size={size}
      onClick={onEdit}
    />
    <DeleteButton name={deleteName} size={size} onDelete={() => onDelete()} />
  </Group>
)
