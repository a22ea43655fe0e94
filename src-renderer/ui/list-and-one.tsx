/** A list beside the one of its items that is open: notes, reflections. */
import { Box, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '../../shared/words/words'
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
        <button
          type="button"
          key={item.id}
          className={classes.row ?? ''}
          data-open={item.id === open || undefined}
          aria-current={item.id === open ? 'true' : undefined}
          onClick={() => onOpen(item.id)}
        >
          {/* Plain elements: four years of notes are listed here. */}
          <span className={classes.title}>
            <b title={item.title}>{item.title}</b>
            <span className={classes.date}>{shortDay(item.date)}</span>
          </span>
          <span className={classes.words}>{item.words || t('common.noTextYet')}</span>
        </button>
      ))}
    </Stack>
    {children}
  </Box>
)
