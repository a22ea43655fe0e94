/** A small button with an icon: its name is read out, and shown on hover. */
import { ActionIcon } from '@mantine/core'
import type { MouseEvent } from 'react'
import { Icon, type IconShape } from './icon'
import classes from './quiet-button.module.css'

export const QuietButton = ({
  name,
  tip,
  icon,
  size = 30,
  disabled = false,
  deletes = false,
  onClick,
}: {
  /** The accessible name: what it does, to what. */
  readonly name: string
  readonly tip?: string
  readonly icon: IconShape
  readonly size?: number
  readonly disabled?: boolean
  /** It takes an item of a list away (delete-button.tsx). */
  readonly deletes?: boolean
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void
}) => (
  // The browser's own tip: a screen has dozens of these, and a floating one each is felt when it opens.
  <ActionIcon
    className={classes.quiet ?? ''}
    variant="subtle"
    color="gray"
    c="dimmed"
    size={size}
    title={tip ?? name}
    aria-label={name}
    disabled={disabled}
    data-deletes={deletes || undefined}
    onClick={onClick}
  >
    <Icon of={icon} size="large" />
  </ActionIcon>
)
