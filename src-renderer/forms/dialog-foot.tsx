/** The end of a dialog: what went wrong, the way out, and the one obvious next step. */
import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '../../shared/words/words'
import { Problem } from '../ui/problem'

export const DialogFoot = ({
  problem = '',
  cancel = t('common.cancel'),
  left,
  onClose,
  children,
}: {
  readonly problem?: string
  /** What the way out is called. */
  readonly cancel?: string
  /** What stands at the other side. */
  readonly left?: ReactNode
  readonly onClose: () => void
  readonly children?: ReactNode
}) => (
  <>
    <Problem text={problem} />
    <Group justify="space-between">
      {left ?? <span />}
      <Group gap="xs" ml="auto">
        <Button variant="default" onClick={onClose}>
          {cancel}
        </Button>
        {children}
      </Group>
    </Group>
  </>
)
