/** A small button with an icon: its name is read out, and shown on hover. */
import { ActionIcon } from '@mantine/core'
import type { ComponentType } from 'react'

export const QuietButton = ({
  name,
  tip,
  icon: Icon,
  size = 30,
  disabled = false,
  onClick,
}: {
  /** The accessible name: what it does, to what. */
  readonly name: string
  readonly tip?: string
  readonly icon: ComponentType<{ readonly size: number; readonly stroke: number }>
  readonly size?: number
  readonly disabled?: boolean
  readonly onClick: () => void
}) => (
  // The browser's own tip: a screen has dozens of these, and a floating one each is felt when it opens.
  <ActionIcon
    variant="subtle"
    color="gray"
    c="dimmed"
    size={size}
    title={tip ?? name}
    aria-label={name}
    disabled={disabled}
    onClick={onClick}
  >
    <Icon size={17} stroke={1.6} />
  </ActionIcon>
)
