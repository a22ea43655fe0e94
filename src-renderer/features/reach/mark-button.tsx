/** A mark on the board: a round sign with its word on hover and for screen readers; a press goes to the next one. */

import { UnstyledButton } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import type { ReachMark } from '../../../shared/model/record/reach'
import { t } from '../../../shared/words/words'
import { markLabels } from '../../ui/labels'
import classes from './mark-button.module.css'

export const MarkButton = ({
  mark,
  name,
  offer,
  disabled = false,
  onNext,
  onLink,
}: {
  readonly mark: ReachMark
  /** Whose and what: "Amara Osei, Reflection". */
  readonly name: string
  /** What would fulfil it, when there is something inside the week's dates. */
  readonly offer?: string | undefined
  readonly disabled?: boolean
  readonly onNext: () => void
  readonly onLink?: () => void
}) => (
  <UnstyledButton
    title={[
      [markLabels[mark.mark], mark.link !== null && t('reach.linked')].filter(Boolean).join(', '),
      offer !== undefined && t('reach.enterLinks', { offer }),
    ]
      .filter(Boolean)
      .join('. ')}
    className={classes.mark ?? ''}
    data-mark={mark.mark}
    data-linked={mark.link !== null || undefined}
    data-offer={offer !== undefined || undefined}
    aria-label={`${name}: ${[markLabels[mark.mark], mark.link !== null && t('reach.linked'), offer !== undefined && t('reach.somethingToLink')].filter(Boolean).join(', ')}`}
    disabled={disabled}
    onClick={onNext}
    onKeyDown={(event: KeyboardEvent) => {
      if (event.key === 'Enter' && onLink !== undefined && offer !== undefined) {
        event.preventDefault()
        onLink()
      }
    }}
  >
    {mark.mark === 'done' && <IconCheck size={15} stroke={2.2} />}
    {mark.mark === 'excused' && <IconMinus size={15} stroke={2.2} />}
    {mark.mark === 'planned' && <span className={classes.dot} />}
  </UnstyledButton>
)
