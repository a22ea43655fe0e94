/**
 * A dialog that is filled in. Closing it, a lock or a failure keeps what was typed (context/typing/kept-typing.ts): opened again,
 * it is all there, and can be thrown away with "Start afresh". Only saving forgets it.
 */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { t } from '../../shared/words/words'
import { type Submitting, useSubmit } from '../context/submit'
import type { TypedDialog } from '../context/typing/kept-typing'
import { DialogFoot } from './dialog-foot'

/** Says that something typed earlier is in the form, and offers to begin anew. */
export const TypedEarlier = ({
  found,
  onStartAfresh,
}: {
  readonly found: boolean
  readonly onStartAfresh: () => void
}) => {
  const line = useRef<HTMLDivElement>(null)
  if (!found) return null
  return (
    <Group ref={line} justify="space-between" role="note">
      <Text size="sm" c="dimmed">
        {t('formDialog.typedEarlier')}
      </Text>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          // The button goes with its line: the cursor goes to the first field.
          line.current?.closest('[role="dialog"]')?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
          onStartAfresh()
        }}
      >
        {t('formDialog.startAfresh')}
      </Button>
    </Group>
  )
}

export const FormDialog = <V,>({
  form,
  action,
  cancel,
  left,
  before,
  size = 'lg',
  disabled = false,
  onSubmit,
  onClose,
  onDone = onClose,
  children,
}: {
  readonly form: TypedDialog<V>
  readonly action: string
  readonly cancel?: string
  readonly left?: ReactNode
  readonly before?: ReactNode
  readonly size?: 'md' | 'lg' | 'xl'
  readonly disabled?: boolean
  /** Saves; `refuse` keeps the dialog open, and what is typed in it. */
  readonly onSubmit: Parameters<Submitting['submit']>[0]
  readonly onClose: () => void
  /** Where saving leads, when it does not just close the dialog. */
  readonly onDone?: () => void
  readonly children: ReactNode
}) => {
  const { busy, problem, submit } = useSubmit()
  const save = async (): Promise<void> => {
    if (!(await submit(onSubmit))) return
    form.forget()
    onDone()
  }
  // Whether it was saved is said here: it stays until that is known.
  const close = (): void => {
    if (!busy) onClose()
  }
  return (
    <Modal opened onClose={close} title={form.title} size={size}>
      <Stack gap="md">
        {before}
        <TypedEarlier found={form.found} onStartAfresh={form.startAfresh} />
        {children}
        <DialogFoot
          problem={problem}
          left={left}
          onClose={close}
          {...(cancel === undefined ? {} : { cancel })}
        >
          <Button loading={busy} disabled={disabled} onClick={() => void save()}>
            {action}
          </Button>
        </DialogFoot>
      </Stack>
    </Modal>
  )
}
