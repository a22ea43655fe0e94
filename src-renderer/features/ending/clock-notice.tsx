/** Says, once a day and on any screen, that this laptop's clock is far from where the vault takes it to be. */
import { Alert } from '@mantine/core'
import { IconClockQuestion } from '@tabler/icons-react'
import { t } from '../../../shared/words/words'
import { useDoubt } from '../../context/days'
import { usePutOff } from '../../context/put-off'
import { Icon } from '../../ui/icon'
import { DateQuestion } from './date-question'

export const ClockNotice = () => {
  const doubt = useDoubt()
  const [putOff, putOffToday] = usePutOff('date-question')
  if (doubt === undefined || putOff) return null
  return (
    <Alert
      color="amber"
      role="status"
      icon={<Icon of={IconClockQuestion} size="large" />}
      title={t('clock.question')}
      withCloseButton
      closeButtonLabel={t('common.dismiss')}
      onClose={putOffToday}
    >
      <DateQuestion {...doubt} onWrong={putOffToday} />
    </Alert>
  )
}
