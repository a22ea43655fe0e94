/** A step of an escalation: ticked with the day on which it was done. */
import { t } from '../../../shared/words/words'
import { Tick } from '../../ui/tick'
import { longDay, today } from '../../ui/when'

export const DoneTick = ({
  label,
  description,
  doneOn,
  disabled,
  onDone,
}: {
  readonly label: string
  /** As long as it is not done. */
  readonly description?: string | undefined
  readonly doneOn: string | null
  readonly disabled: boolean
  /** With the day, or with none when it was ticked by mistake. */
  readonly onDone: (on: string | null) => Promise<unknown>
}) => (
  <Tick
    label={label}
    description={
      doneOn === null ? description : t('escalation.contactMade', { day: longDay(doneOn) })
    }
    checked={doneOn !== null}
    disabled={disabled}
    onTick={(ticked) => onDone(ticked ? today() : null)}
  />
)
