/** Notices above what a screen is for. Where many would push it down, they are one line with their titles, which opens. */
import { Alert, Button, Collapse, Group, Stack, Text } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { t } from '../../shared/words/words'

export interface Notice {
  readonly title: string
  readonly shown: ReactNode
}

export const Notices = ({
  all,
  most = 1,
}: {
  readonly all: readonly Notice[]
  /** More of them are folded. */
  readonly most?: number
}) => {
  const [open, setOpen] = useState(false)
  const id = useId()
  const folds = all.length > most
  if (all.length === 0) return null
  const titles = all.map(({ title }) => title).join(' · ')
  // What is folded stays there: its keys work, and what is typed in it is kept.
  return (
    <Stack gap="xs">
      {folds && (
        <Alert color="amber" py={6}>
          <Group gap="sm" wrap="nowrap" pe={4}>
            <Text size="sm" fw={600} flex="none">
              {t('notices.count', { count: all.length })}
            </Text>
            <Text size="sm" flex={1}>
              {titles}
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              flex="none"
              aria-expanded={open}
              aria-controls={id}
              aria-label={open ? t('notices.hideAll') : t('notices.showAll', { titles })}
              onClick={() => setOpen(!open)}
            >
              {open ? t('common.hide') : t('common.show')}
            </Button>
          </Group>
        </Alert>
      )}
      <Collapse id={id} expanded={open || !folds} transitionDuration={0}>
        <Stack gap="xs">{all.map(({ shown }) => shown)}</Stack>
      </Collapse>
    </Stack>
  )
}
