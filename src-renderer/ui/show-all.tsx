/** Shows the rest of a list. It goes with that, so that whoever pressed it is on the first thing of what came. */
import { flushSync } from 'react-dom'
import { t } from '../../shared/words/words'
import { LineButton } from './line-button'

const CONTROLS = 'button:enabled, input:enabled'

export const ShowAll = ({
  count,
  onShow,
}: {
  readonly count: number
  readonly onShow: () => void
}) => (
  <LineButton
    onClick={({ currentTarget }) => {
      const list = currentTarget.parentElement
      const there = new Set(list?.querySelectorAll(CONTROLS))
      flushSync(onShow)
      if (document.activeElement !== document.body) return
      const first = [...(list?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])].find(
        (one) => !there.has(one),
      )
      first?.focus()
    }}
  >
    {t('goal.showAll', { count })}
  </LineButton>
)
