/** Says what was done, and offers to open it and to take it back: nothing that can be undone asks first. */
import { Button, Group, Text } from '@mantine/core'
import { t } from '../../shared/words/words'
import { hideNotice, showNotice } from './notice'

const OFFERED_MS = 10_000
const SAID_MS = 6_000

/** The one that is on the screen: two would stand on each other, and on more of the screen. */
let shown = ''
/** What its Undo does, as long as it is there. */
let takeBack: (() => void) | undefined

interface Offers {
  readonly undo?: () => void
  /** Where what was done is seen. */
  readonly open?: (() => void) | undefined
}

const say = (message: string, { undo, open }: Offers): void => {
  hideNotice(shown)
  const button = (label: string, act: () => void) => (
    <Button
      size="compact-sm"
      variant="light"
      flex="none"
      onClick={() => {
        hideNotice(id)
        act()
      }}
    >
      {label}
    </Button>
  )
  const id = showNotice({
    autoClose: undo === undefined && open === undefined ? SAID_MS : OFFERED_MS,
    onClose: () => {
      if (shown === id) takeBack = undefined
    },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" flex={1}>
          {message}
        </Text>
        {open !== undefined && button(t('common.open'), open)}
        {undo !== undefined && button(t('common.undo'), undo)}
      </Group>
    ),
  })
  shown = id
  takeBack =
    undo &&
    (() => {
      hideNotice(id)
      undo()
    })
}

/** Takes back what can be undone on the screen now, by its key; false when nothing can. */
export const takeBackShown = (): boolean => {
  const act = takeBack
  act?.()
  return act !== undefined
}

/** Takes it off the screen: what was done may be nobody else's business. */
export const unsay = (): string => hideNotice(shown)

export const offerUndo = (message: string, undo: () => void, open?: () => void): void =>
  say(message, { undo, open })

/** Says what was done, where there is nothing to take back. */
export const offerNote = (message: string, open?: () => void): void => say(message, { open })
