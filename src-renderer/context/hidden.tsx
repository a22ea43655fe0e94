/** What presenter mode does not show: said, so that nobody takes it for lost. */
import { Group, Text } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { t } from '../../shared/words/words'
import { EmptyState } from '../ui/empty-state'
import { useHidden } from './vault/session'

const SENTENCE = {
  notes: (count: number) => t('presenting.note', { count }),
  reflections: (count: number) => t('presenting.reflection', { count }),
  checkIns: (count: number) => t('presenting.checkIn', { count }),
  referrals: (count: number) => t('presenting.referral', { count }),
  agendaItems: (count: number) => t('presenting.agendaLine', { count }),
} as const
type HiddenKind = keyof typeof SENTENCE

export const HiddenLine = ({ children }: { readonly children: string }) => (
  <Group gap={6} wrap="nowrap" c="dimmed">
    <IconEyeOff size={16} stroke={1.6} style={{ flexShrink: 0 }} />
    <Text size="sm">{children}</Text>
  </Group>
)

/** One line about what is hidden of a kind; nothing when nothing is. */
export const HiddenCount = ({
  record,
  kind,
}: {
  readonly record: string
  readonly kind: HiddenKind
}) => {
  const count = useHidden(record, kind)
  return count === 0 ? null : <HiddenLine>{SENTENCE[kind](count)}</HiddenLine>
}

/** Instead of a place whose things are all hidden. */
export const HiddenPlace = ({
  record,
  kind,
}: {
  readonly record: string
  readonly kind: HiddenKind
}) => {
  const count = useHidden(record, kind)
  return (
    <EmptyState
      icon={IconEyeOff}
      title={count === 0 ? t('presenting.notShown') : SENTENCE[kind](count)}
      text={t('presenting.leave')}
    />
  )
}
