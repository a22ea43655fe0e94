/** The end of a dialog: what went wrong, the way out, and the one obvious next step. */
import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '../../shared/words'

export const DialogFoot = ({
  problem = '',
  onClose,
  children,
}: {
  readonly problem?: string
  readonly onClose: () => void
  readonly children?: ReactNode
}) => (
  <>
    {problem !== '' && (
      <Text role="alert" c="var(--care)">
        {problem}
      </Text>
    )}
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        {t('common.cancel')}
      </Button>
      {children}
    </Group>
  </>
)
