/** A quiet button that stands at the beginning of a line: its words begin where the text above it does. */
import { Button, type ButtonProps, type ElementProps } from '@mantine/core'
import classes from './line-button.module.css'

export const LineButton = ({
  className = '',
  ...props
}: Omit<ButtonProps, 'className'> &
  ElementProps<'button', keyof ButtonProps> & { readonly className?: string | undefined }) => (
  <Button
    variant="subtle"
    size="compact-sm"
    className={`${classes.line} ${className}`}
    {...props}
  />
)
