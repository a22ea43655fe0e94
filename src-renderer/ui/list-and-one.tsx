/** A list beside the one of its items that is open: notes, reflections. */
import { Box, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './list-and-one.module.css'
import { shortDay } from './when'

export interface ListedItem {
  readonly id: string
  readonly title: string
  readonly date: string
  readonly words: string
}

export const ListAndOne = ({
  name,
  items,
  open,
  onOpen,
  children,
}: {
  readonly name: string
  readonly items: readonly ListedItem[]
  readonly open: string
  readonly onOpen: (id: string) => void
  readonly children: ReactNode
}) => (
  <Box className={classes.columns ?? ''}>
    <Stack component="nav" aria-label={name} gap={2} className={classes.list ?? ''}>
      {items.map((item) => (
        <UnstyledButton
          key={item.id}
          className={classes.row ?? ''}
          data-open={item.id === open || undefined}
          aria-current={item.id === open ? 'true' : undefined}
          onClick={() => onOpen(item.id)}
        >
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text fw={600} size="sm" truncate>
              {item.title}
            </Text>
            <Text size="xs" c="dimmed" className="tabular" style={{ flexShrink: 0 }}>
              {shortDay(item.date)}
            </Text>
          </Group>
          <Text size="sm" c="dimmed" lineClamp={2}>
            {item.words || 'No text yet'}
          </Text>
        </UnstyledButton>
      ))}
    </Stack>
    {children}
  </Box>
)
