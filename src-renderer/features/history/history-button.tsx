/**
 * Opens the history of what stands beside it. While the coach presents there is none: what was taken out of a text is
 * nobody else's to read.
 */
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { QuietButton } from '../../ui/quiet-button'
import { HistoryDialog, type HistoryOf } from './history-dialog'

export const HistoryButton = ({
  of,
  name = t('history.title'),
  size = 30,
  command = false,
}: {
  readonly of: HistoryOf
  /** The accessible name, where there are several. */
  readonly name?: string
  readonly size?: number
  /** The command opens this one: it is what the screen is about. */
  readonly command?: boolean
}) => {
  const presenting = useApp((state) => state.presenting)
  const [opened, setOpened] = useState(false)
  const open = (): void => setOpened(true)
  useCommand('history', command && !presenting ? open : undefined)
  if (presenting) return null
  return (
    <>
      <QuietButton name={name} icon={IconHistory} size={size} onClick={open} />
      {opened && <HistoryDialog {...of} onClose={() => setOpened(false)} />}
    </>
  )
}
