/**
 * Beside what another laptop has changed: on which, for a minute. It says what "New from your other laptops" on Today
 * says, where it happened; it takes no room from anything, and a screen reader hears it once, however long the other
 * one goes on typing.
 */
import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { t } from '../../../shared/words/words'
import { useModel, useOpenVault, useVault } from '../../context/vault/session'
import classes from './changed-mark.module.css'

const SHOWN_MS = 60_000

/** The laptop that has just changed an item of a record; by the item's id, which is its alone. */
const useJustChanged = (record: string, id: string): string | undefined => {
  const one = useModel(({ incoming }) =>
    incoming.find((each) => each.record === record && each.id === id),
  )
  const [shown, setShown] = useState<string>()
  useEffect(() => {
    const left = one === undefined ? 0 : one.at + SHOWN_MS - Date.now()
    // Of an older Confidant there is no time.
    if (!(left > 0)) return setShown(undefined)
    setShown(one?.device)
    const timer = setTimeout(() => setShown(undefined), left)
    return () => clearTimeout(timer)
  }, [one])
  return one === undefined ? undefined : shown
}

export const useLaptopName = (): ((device: string) => string) => {
  const { session } = useOpenVault()
  const { devices } = useVault()
  // A copy of this laptop goes by its name.
  return (device) =>
    (device === session.device ? undefined : devices[device]) ?? t('common.anotherLaptop')
}

export const ChangedMark = ({
  record,
  id,
  place = 'corner',
  otherwise = '',
}: {
  readonly record: string
  readonly id: string
  /** In the corner of a card, above a title, or at the end of a text. */
  readonly place?: 'corner' | 'above' | 'end'
  /** What is said here while nothing has just changed. */
  readonly otherwise?: string
}) => {
  const device = useJustChanged(record, id)
  const nameOf = useLaptopName()
  const words =
    device === undefined ? otherwise : t('incoming.justChanged', { laptop: nameOf(device) })
  // There before it says anything, or nobody would be told.
  return (
    <Text span size="xs" aria-live="polite" className={classes[place] ?? ''}>
      {words !== '' && <span className={classes.mark}>{words}</span>}
    </Text>
  )
}
