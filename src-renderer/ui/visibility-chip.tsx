/** Who may see an item and whose words it is, in the one form that is used everywhere. */
import { Badge, Group, Text } from '@mantine/core'
import { IconBuilding, IconEyeOff, IconFlag, IconUsers } from '@tabler/icons-react'
import type { Visibility } from '../../shared/crdt/visibility'
import { spoken } from '../../shared/words/words'
import { visibilityLabels } from './labels'

const CHIPS = {
  'memory-aid': spoken({ why: 'visibility.ownRecollection' }, { icon: IconEyeOff, color: 'gray' }),
  shared: spoken({ why: 'visibility.seenTogether' }, { icon: IconUsers, color: 'teal' }),
  program: spoken({ why: 'visibility.programMayKnow' }, { icon: IconBuilding, color: 'blue' }),
  escalation: spoken({ why: 'visibility.keptApart' }, { icon: IconFlag, color: 'amber' }),
} as const

/** Who may see an item, as word, icon and colour. */
export const VisibilityChip = ({ visibility }: { readonly visibility: Visibility }) => {
  const { why, icon: Icon, color } = CHIPS[visibility]
  return (
    <Badge
      title={why}
      color={color}
      leftSection={<Icon size={13} stroke={1.7} />}
      c={color === 'gray' ? 'dimmed' : `var(--mantine-color-${color}-light-color)`}
    >
      {visibilityLabels[visibility]}
    </Badge>
  )
}

const FROM = spoken({
  coach: 'visibility.byCoach',
  mentee: 'visibility.menteesOwn',
  'third-party': 'visibility.thirdParty',
})

/** Both axes of an item: who may see it, and whose words it holds. */
export const Axes = ({
  visibility,
  provenance,
}: {
  readonly visibility: Visibility
  readonly provenance: keyof typeof FROM
}) => (
  <Group gap={6} wrap="nowrap" component="span">
    <VisibilityChip visibility={visibility} />
    <Text span size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
      {FROM[provenance]}
    </Text>
  </Group>
)

/** Both axes where an item has one line only: the icon in its colour, the words on hover and for screen readers. */
export const AxesMark = ({
  visibility,
  provenance,
}: {
  readonly visibility: Visibility
  readonly provenance: keyof typeof FROM
}) => {
  const { why, icon: Icon, color } = CHIPS[visibility]
  const words = `${visibilityLabels[visibility]}: ${why}. ${FROM[provenance]}`
  return (
    <Text
      span
      role="img"
      aria-label={words}
      title={words}
      c={color === 'gray' ? 'dimmed' : `var(--mantine-color-${color}-light-color)`}
      lh={1}
      style={{ flexShrink: 0, verticalAlign: '-2px' }}
    >
      <Icon size={14} stroke={1.7} aria-hidden />
    </Text>
  )
}
