/** A list beside the one of its items that is open: notes, reflections. */
import { Box, Stack } from '@mantine/core'
import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import classes from './list-and-one.module.css'
import { shortDay } from './when'

export interface ListedItem {
  readonly id: string
  readonly title: string
  readonly date: string
  readonly words: string
  /** What kind it is, where there are several. */
  readonly kind?: string
  /** The head that it stands under. */
  readonly group?: string
}

export const ListAndOne = ({
  name,
  items,
  open,
  onOpen,
  above,
  children,
}: {
  readonly name: string
  readonly items: readonly ListedItem[]
  readonly open: string
  readonly onOpen: (id: string) => void
  /** What stands over the list. */
  readonly above?: ReactNode
  readonly children: ReactNode
}) => {
  const list = useRef<HTMLDivElement>(null)
  // What was found is in sight in the list, too; the page itself stays where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is open
  useEffect(() => {
    const box = list.current
    const row = box?.querySelector<HTMLElement>('[data-open]')
    if (box == null || row == null) return
    const over = row.offsetTop + row.offsetHeight - box.scrollTop - box.clientHeight
    if (row.offsetTop < box.scrollTop) box.scrollTop = row.offsetTop
    else if (over > 0) box.scrollTop += over
  }, [open])
  return (
    <Box className={classes.columns ?? ''}>
      <Stack gap="xs" className={classes.side ?? ''}>
        {above}
        <Stack ref={list} component="nav" aria-label={name} gap={2} className={classes.list ?? ''}>
          {items.map((item, index) => (
            <Fragment key={item.id}>
              {item.group !== undefined && item.group !== items[index - 1]?.group && (
                <span className={classes.group}>{item.group}</span>
              )}
              <button
                type="button"
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
                <span className={classes.words}>
                  {item.kind !== undefined && <i>{item.kind}</i>}
                  {item.words}
                </span>
              </button>
            </Fragment>
          ))}
        </Stack>
      </Stack>
      {children}
    </Box>
  )
}
