/** The sidebar: a line for each screen that has one (screens.tsx), and urgent help always at hand. */
import { Box, NavLink, Stack, Text, Tooltip } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { SCREEN_COMMANDS, type ScreenId } from '../../../shared/bridge/commands'
import { t } from '../../../shared/words/words'
import { go, showUrgent, useApp } from '../../context/app-state'
import { type CommandId, commandOf, titleOf } from '../../context/commands/list/all'
import { tipOf } from '../../context/commands/shortcuts'
import { Brand } from '../../ui/calm-page'
import { type SidebarPlace, sidebarOf } from '../screens'
import classes from './frame.module.css'

const LINES = SCREEN_COMMANDS.flatMap(
  ({ id }): readonly (SidebarPlace & { readonly id: ScreenId })[] => {
    const place = sidebarOf(id)
    return typeof place === 'string' ? [] : [{ ...place, id }]
  },
)

interface LineProps extends Omit<SidebarPlace, 'atFoot'> {
  readonly command: CommandId
  readonly active: boolean
  readonly narrow: boolean
  readonly onClick: () => void
}

const Line = ({ command, Icon, Count, active, narrow, onClick }: LineProps) => {
  const name = titleOf(commandOf(command))
  return (
    <Tooltip label={tipOf(command)} position="right" disabled={!narrow}>
      <NavLink
        component="button"
        className={classes.line ?? ''}
        label={narrow ? undefined : name}
        aria-label={narrow ? name : undefined}
        active={active}
        aria-current={active ? 'page' : undefined}
        leftSection={<Icon size={19} stroke={1.6} />}
        rightSection={
          !narrow &&
          Count !== undefined && (
            <Text span size="sm" className="tabular">
              <Count />
            </Text>
          )
        }
        data-urgent={command === 'urgent' || undefined}
        onClick={onClick}
      />
    </Tooltip>
  )
}

export const Sidebar = ({ narrow }: { readonly narrow: boolean }) => {
  const screen = useApp(({ route }) => route.screen)
  const place = sidebarOf(screen)
  const marked = typeof place === 'string' ? place : screen
  const lines = (atFoot: boolean) =>
    LINES.filter((line) => (line.atFoot === true) === atFoot).map(({ id, Icon, Count }) => (
      <Line
        key={id}
        command={id}
        Icon={Icon}
        {...(Count === undefined ? {} : { Count })}
        active={id === marked}
        narrow={narrow}
        onClick={() => go({ screen: id })}
      />
    ))
  return (
    <>
      <Box px={narrow ? 6 : 10} py={8} mb="sm" className={classes.brand ?? ''}>
        <Brand size={26} />
      </Box>
      <Stack
        component="nav"
        aria-label={t('app.mainNavigation')}
        gap={2}
        flex={1}
        mih={0}
        className={classes.nav ?? ''}
      >
        {lines(false)}
        <Box flex={1} />
        {lines(true)}
        <Line
          command="urgent"
          Icon={IconPhone}
          active={false}
          narrow={narrow}
          onClick={() => showUrgent(true)}
        />
        <Box h={24} />
      </Stack>
    </>
  )
}
