/** Takes an item of a list away. */
import { IconTrash } from '@tabler/icons-react'
import { useFocusAfter } from './focus-after'
import { QuietButton } from './quiet-button'

export const DeleteButton = ({
  onDelete,
  ...looks
}: {
  readonly name: string
  readonly tip?: string
  readonly size?: number
  readonly disabled?: boolean
  readonly onDelete: () => unknown
}) => {
  const leave = useFocusAfter('[data-deletes]:enabled')
  return (
    <QuietButton
      {...looks}
      icon={IconTrash}
      deletes
      onClick={({ currentTarget }) => {
        leave(currentTarget)
        void onDelete()
      }}
    />
  )
}
