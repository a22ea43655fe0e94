/** A card with a title and, at its right, what can be done there. */
import { Box, Card, Group, Stack, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

export const Section = ({
  title,
  action,
  children,
  gap = 'sm',
  help,
}: {
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
  readonly gap?: 'xs' | 'sm' | 'md'
  /** Help about it, beside the title. */
  readonly help?: ReactNode
}) => {
  const id = useId()
  return (
    <Card component="section" aria-labelledby={id}>
      <Stack gap={gap}>
        <Group justify="space-between" wrap="nowrap" mih={30}>
          <Group gap={4} wrap="nowrap">
            <Title order={2} id={id}>
              {title}
            </Title>
            {help}
          </Group>
          <Box style={{ flexShrink: 0 }}>{action}</Box>
        </Group>
        {children}
      </Stack>
    </Card>
  )
}
