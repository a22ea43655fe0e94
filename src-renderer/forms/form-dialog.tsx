/**
 * A dialog that is filled in: the one there is, but for those whose head says why not (a choice, a sheet to read).
 *
 * Closing it, a lock or a failure keeps what was typed (context/typing/kept-typing.ts), and says so: opened again, it
 * is all there, and can be thrown away with "Start afresh". Only saving forgets it. Whether it was saved is said here:
 * it stays open until that is known. The keys of `save-form` save from every field; one that is refused gets the
 * cursor.
 */
import { Button, Group, Modal, Stack } from '@mantine/core'
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react'
import { t } from '../../shared/words/words'
import { isPressed } from '../context/commands/shortcuts'
import { type Submitting, useSubmit } from '../context/submit'
import { Problem } from '../ui/problem'
import { offerNote } from '../ui/undo'
import { goToNoDay } from './day-field'
import { Discard, TypedEarlier } from './discard'
import { firstField } from './first-field'
import classes from './form-dialog.module.css'

/** What is filled in: a `TypedDialog`, or only its title where nothing may be kept (a passphrase, a code). */
export interface Filling {
  readonly title: string
  readonly found?: boolean
  readonly isKept?: () => boolean
  readonly startAfresh?: () => void
  readonly forget?: () => void
}

export const FormDialog = ({
  form,
  action,
  cancel = t('common.cancel'),
  left,
  before,
  size = 'lg',
  fullScreen = false,
  disabled = false,
  byEnter = false,
  question = false,
  loses = false,
  failure,
  onSubmit,
  onClose,
  onDone = onClose,
  children,
}: {
  readonly form: Filling
  /** The one obvious next step, once there is one. */
  readonly action: string | undefined
  /** What the way out is called. */
  readonly cancel?: string
  /** What stands at the foot's other side. */
  readonly left?: ReactNode
  /** What stands above the form and is entered by itself. */
  readonly before?: ReactNode
  readonly size?: 'md' | 'lg' | 'xl'
  /** Nothing else of the app is to be seen: somebody else sits at the keyboard. */
  readonly fullScreen?: boolean
  readonly disabled?: boolean
  /** Enter in a line saves, too: not where that sends something out, or where lines are many. */
  readonly byEnter?: boolean
  /** There is no field to begin with: the action has the cursor. */
  readonly question?: boolean
  /** Closing it throws away what is typed, and therefore asks. */
  readonly loses?: boolean
  /** Said of a failure; that it was not saved, unless given. */
  readonly failure?: string
  /** Saves; `refuse` keeps the dialog open, and what is typed in it. */
  readonly onSubmit: Parameters<Submitting['submit']>[0]
  readonly onClose: () => void
  /** Where saving leads, when it does not just close the dialog. */
  readonly onDone?: () => void
  readonly children: ReactNode
}) => {
  const { busy, problem, submit } = useSubmit(failure)
  const [closing, setClosing] = useState(false)
  const fields = useRef<HTMLFormElement>(null)
  const [refusals, setRefusals] = useState(0)
  // What is wrong may be said in a field that is out of sight.
  useEffect(() => {
    if (refusals > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusals])
  const save = async (): Promise<void> => {
    if (busy || disabled || action === undefined || goToNoDay(fields.current)) return
    if (!(await submit(onSubmit))) return setRefusals((before) => before + 1)
    form.forget?.()
    onDone()
  }
  // The field that has the focus may take what was typed at this very key: what is saved is what is then drawn.
  const latest = useRef(save)
  latest.current = save
  const close = (): void => {
    if (busy) return
    if (loses || closing) return setClosing(!closing)
    onClose()
    if (form.isKept?.() === true) offerNote(t('form.keptTyping', { form: form.title }))
  }
  const saveByKey = (event: KeyboardEvent): void => {
    if (!isPressed('save-form', event.nativeEvent)) return
    event.preventDefault()
    queueMicrotask(() => void latest.current())
  }
  const enter = (event: FormEvent): void => {
    event.preventDefault()
    if (byEnter) void save()
  }
  return (
    <Modal opened onClose={close} title={form.title} size={size} fullScreen={fullScreen}>
      <Stack gap="md" {...(fullScreen ? { maw: '48rem', mx: 'auto' } : {})}>
        {before}
        <form ref={fields} onSubmit={enter} onKeyDown={saveByKey}>
          <Stack gap="md">
            {form.found === true && <TypedEarlier onStartAfresh={() => form.startAfresh?.()} />}
            {children}
            <Stack gap="xs" className={classes.foot ?? ''}>
              {closing ? (
                <Discard onKeep={() => setClosing(false)} onDiscard={onClose} />
              ) : (
                <>
                  <Problem text={problem} />
                  <Group justify="space-between">
                    {left ?? <span />}
                    <Group gap="xs" ml="auto">
                      <Button variant="default" onClick={close}>
                        {cancel}
                      </Button>
                      {action !== undefined && (
                        <Button
                          {...(question ? firstField : {})}
                          {...(byEnter ? { type: 'submit' } : { onClick: () => void save() })}
                          loading={busy}
                          disabled={disabled}
                        >
                          {action}
                        </Button>
                      )}
                    </Group>
                  </Group>
                </>
              )}
            </Stack>
          </Stack>
        </form>
      </Stack>
    </Modal>
  )
}
