/** What an empty place is for, and its first action. */
import { Stack, Text, ThemeIcon, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { IconShape } from './icon'

export const EmptyState = ({
  icon: Icon,
  title,
  text,
  children,
}: {
  readonly icon: IconShape
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}) => (
  <Stack align="center" gap="sm" py={56} ta="center">
    <ThemeIcon size={52} radius="xl" variant="light">
      <Icon size={26} stroke={1.5} />
    </ThemeIcon>
    <Title order={2}>{title}</Title>
    <Text c="dimmed" maw={440}>
      {text}
    </Text>
    {children}
  </Stack>
)
