/** A checkbox of something that is stored: it shows the tick at once, and what is stored once that is known. */
import { Checkbox, type CheckboxProps } from '@mantine/core'
import { startTransition, useOptimistic } from 'react'

export const Tick = ({
  checked,
  onTick,
  ...props
}: Omit<CheckboxProps, 'checked' | 'onChange' | 'defaultChecked'> & {
  readonly checked: boolean
  /** Settles once it is stored, or was refused: then the tick is as it was before. */
  readonly onTick: (checked: boolean) => Promise<unknown>
}) => {
  const [shown, show] = useOptimistic(checked)
  const tick = (next: boolean): void =>
    startTransition(async () => {
      show(next)
      // What goes wrong is said as of any other command (shell/unexpected), and must not take the screen with it.
      await onTick(next).catch((error: unknown) => void Promise.reject(error))
    })
  return (
    <Checkbox {...props} checked={shown} onChange={(event) => tick(event.currentTarget.checked)} />
  )
}
