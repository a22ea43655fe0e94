/**
 * What is said in passing, whatever it is about: the one place that shows it. It never covers what it speaks of, since
 * what is on the screen makes room for it (shell/notices.css). What was done is said once at a time, the newest; what
 * somebody has to know stays until it is dismissed.
 */
import { type NotificationData, notifications } from '@mantine/notifications'
import { t } from '../../shared/words/words'

export const showNotice = (notice: NotificationData): string =>
  notifications.show({ ...notice, closeButtonProps: { 'aria-label': t('common.dismiss') } })

export const hideNotice = (id: string): string => notifications.hide(id)

/** What somebody has to know. */
export const warn = (warning: {
  readonly id?: string
  readonly title: string
  readonly message: string
  readonly color?: string
  /** Milliseconds; else it stays until it is dismissed. */
  readonly autoClose?: number
}): string => showNotice({ autoClose: false, ...warning })
