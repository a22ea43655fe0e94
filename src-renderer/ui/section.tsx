/** A card with a title and, at its right, what can be done there. */
import { Box, Card, Group, Stack, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

export const Section = ({
  title,
  action,
  children,
  gap = 'sm',
  dense = false,
  help,
}: {
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
  readonly gap?: 'xs' | 'sm' | 'md'
  /** One of several that are to be seen at once: less room around it, a smaller title. */
  readonly dense?: boolean
  /** Help about it, beside the title. */
  readonly help?: ReactNode
}) => {
  const id = useId()
  return (
    <Card component="section" aria-labelledby={id} {...(dense ? { px: 'md', py: 'sm' } : {})}>
      <Stack gap={dense ? 'xs' : gap}>
        <Group justify="space-between" wrap="nowrap" mih={dense ? 26 : 30}>
          <Group gap={4} wrap="nowrap">
            <Title order={2} id={id} {...(dense ? { size: 'h3' } : {})}>
              {title}
            </Title>
            {help}
          </Group>
          <Box flex="none">{action}</Box>
        </Group>
        {children}
      </Stack>
    </Card>
  )
}
