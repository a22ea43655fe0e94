/** The sign of the identity question's own week, the last of each year in school: filled once it was answered. */
import { Group, Text } from '@mantine/core'
import { IconSquareRotated, IconSquareRotatedFilled } from '@tabler/icons-react'
import type { RecordProjection } from '../../../shared/model/projection'
import type { ReachWeek } from '../../../shared/model/record/reach'
import { asksIdentity, isIdentityAnswered } from '../../../shared/views/identity-week'
import { t } from '../../../shared/words/words'
import { Icon } from '../../ui/icon'
import classes from './identity-mark.module.css'

const shapeOf = (answered: boolean) => (answered ? IconSquareRotatedFilled : IconSquareRotated)

/** "Identity question answered", or that it is not yet; '' of a week in which nobody is asked. */
export const identityWords = (record: RecordProjection, week: ReachWeek): string => {
  if (!asksIdentity(week)) return ''
  return isIdentityAnswered(record, week) ? t('reach.identityAnswered') : t('reach.identityOpen')
}

export const IdentityMark = ({
  record,
  week,
  inButton = false,
}: {
  readonly record: RecordProjection
  readonly week: ReachWeek
  /** Of a button that says it in its name. */
  readonly inButton?: boolean
}) => {
  const words = identityWords(record, week)
  if (words === '') return null
  const said = inButton
    ? { 'aria-hidden': true }
    : { role: 'img', 'aria-label': words, title: words }
  return (
    <span className={classes.mark} {...said}>
      <Icon of={shapeOf(isIdentityAnswered(record, week))} size="small" />
    </span>
  )
}

/** What the two signs say, where one of them is shown. */
export const IdentityLegend = ({ weeks }: { readonly weeks: readonly ReachWeek[] }) =>
  weeks.some(asksIdentity) && (
    <Group gap={8} wrap="nowrap">
      <span className={classes.mark} aria-hidden>
        <Icon of={IconSquareRotated} size="small" />
        <Icon of={IconSquareRotatedFilled} size="small" />
      </span>
      <Text size="sm" c="dimmed">
        {t('reach.identityLegend')}
      </Text>
    </Group>
  )
