/**
 * The field for a passphrase. It says when Caps Lock is on, which nobody sees in dots; and one that was wrong is typed
 * over, since a second one behind it would be wrong as well and cost another wait.
 */
import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { t } from '../../shared/words/words'

export const PassphraseInput = ({
  value,
  onChange,
  wrong = false,
  shows = t('passphrase.show'),
  description,
  ...input
}: Pick<PasswordInputProps, 'label' | 'description' | 'autoFocus' | 'ref'> & {
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly wrong?: boolean
  /** What the button is called that shows it. */
  readonly shows?: string
}) => {
  const field = useRef<HTMLDivElement>(null)
  const [capsLock, setCapsLock] = useState(false)
  const look = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'))
  useEffect(() => {
    if (!wrong) return
    const typed = field.current?.querySelector('input')
    typed?.focus()
    typed?.select()
  }, [wrong])
  return (
    <div ref={field}>
      <PasswordInput
        {...input}
        description={capsLock ? <span role="status">{t('passphrase.capsLock')}</span> : description}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={look}
        onKeyUp={look}
        onBlur={() => setCapsLock(false)}
        error={wrong}
        visibilityToggleButtonProps={{ 'aria-label': shows }}
        autoComplete="off"
      />
    </div>
  )
}
