/** The shell of the open vault: sidebar, header, content. */
import { t } from '../../shared/words/words'
import '@mantine/dates/styles.css'
import '@mantine/tiptap/styles.css'
import { AppShell, Box, Button, Group, NavLink, Stack, Text, Tooltip } from '@mantine/core'
import { DatesProvider, type DayOfWeek } from '@mantine/dates'
import { useMediaQuery } from '@mantine/hooks'
import {
  IconBooks,
  IconCalendarWeek,
  IconChartBar,
  IconLock,
  IconPhone,
  IconSettings,
  IconSun,
  IconTarget,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { go, host, type Route, setChoosing, showUrgent, useApp } from '../context/app-state'
import { useCommand } from '../context/commands/commands'
import { useDateLanguage } from '../context/date-language'
import { usePrivacyScreen, usePrivateClipboard } from '../context/eyes'
import { useReminders } from '../context/reminders'
import { type OpenVault, OpenVaultProvider, useModel, useVault } from '../context/vault/session'
import { vaultActions } from '../context/vault/when-needed'
import { Bin } from '../features/bin/bin'
import { Caseload } from '../features/caseload/caseload'
import { ImportRoster } from '../features/caseload/import-roster'
import { DemoBanner } from '../features/demo/demo-banner'
import { GoalsScreen } from '../features/goals/goals-screen'
import { GroupSessionScreen } from '../features/group-sessions/group-session-screen'
import { ImportNotes } from '../features/import/import-notes'
import { InsightsScreen } from '../features/insights/insights-screen'
import { MenteePage } from '../features/mentee/mentee-page'
import { ReachScreen } from '../features/reach/reach-screen'
import { cardLines } from '../features/resources/card-lines'
import { ResourcesScreen } from '../features/resources/resources-screen'
import { useFindPlace } from '../features/search/find-place'
import { Palette } from '../features/search/palette'
import { SearchButton } from '../features/search/search-button'
import { ShortcutsOverlay } from '../features/search/shortcuts-overlay'
import { SessionScreen } from '../features/sessions/session-screen'
import { ChooseMentee, useStartSession } from '../features/sessions/start-session'
import { Settings } from '../features/settings/settings'
import { TodayScreen } from '../features/today/today-screen'
import { Brand } from '../ui/calm-page'
import { EyesMenu } from './eyes-menu'
import { PrivacyPill } from './privacy-pill'
import { ScreenBoundary } from './screen-boundary'
import { useShellCommands } from './shell-commands'
import { SyncState } from './sync-state'
import { Warnings } from './warnings'

const Screen = ({ route }: { readonly route: Route }) => {
  switch (route.screen) {
    case 'today':
      return <TodayScreen />
    case 'caseload':
      return <Caseload only={route.only} why={route.why} />
    case 'import':
      return <ImportRoster />
    case 'import-notes':
      return <ImportNotes />
    case 'session':
      return <SessionScreen key={route.session} id={route.id} session={route.session} />
    case 'group-session':
      return <GroupSessionScreen key={route.session} session={route.session} />
    case 'goals':
      return <GoalsScreen />
    case 'reach':
      return <ReachScreen />
    case 'resources':
      return <ResourcesScreen />
    case 'mentee':
      return <MenteePage key={route.id} id={route.id} tab={route.tab} item={route.item} />
    case 'insights':
    case 'reports':
      return <InsightsScreen screen={route.screen} />
    case 'bin':
      return <Bin />
    case 'settings':
      return <Settings />
  }
}

/** Keeps the support card where the lock screen can show it, whichever laptop it was changed on. */
const useSupportCard = (): void => {
  const vault = useVault()
  const environment = useApp((state) => state.environment)
  useEffect(() => {
    if (environment === undefined) return
    const lines = cardLines(vault, environment.supportCard)
    if (vault.supportCards.length === 0 || JSON.stringify(lines) === JSON.stringify(environment.supportCard))
      return
    void host.setSupportCard(lines)
    useApp.setState({ environment: { ...environment, supportCard: lines } })
  }, [vault, environment])
}

const WIDE = 220
/** A small window, or a large zoom: the sidebar keeps its icons, and the header has two rows. */
const SMALL = '(max-width: 56em)'
const ONE_ROW = 56
const TWO_ROWS = 96
const NARROW = 64

const Shell = () => {
  const route = useApp((state) => state.route)
  const start = useStartSession()
  const count = useModel(
    (model) =>
      Object.values(model.records).filter(
        ({ mentee }) => mentee.deletedAt === null && mentee.archivedAt === null,
      ).length,
  )
  useSupportCard()
  usePrivateClipboard()
  usePrivacyScreen()
  useReminders()
  // With the mentee who is open, or with one chosen by typing.
  useCommand('new-session', () =>
    route.screen === 'mentee' ? void start(route.id) : setChoosing('new-session'),
  )
  useShellCommands()
  useFindPlace()
  const content = useRef<HTMLDivElement>(null)
  const place = route.screen === 'mentee' ? `mentee/${route.id}` : route.screen
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place begins at its top
  useEffect(() => content.current?.scrollTo(0, 0), [place])
  // A session needs the room: two texts, the agenda and the brief side by side.
  const small = useMediaQuery(SMALL)
  const narrow = route.screen === 'session' || small
  const link = (
    label: string,
    onClick: () => void,
    Icon: typeof IconUsers,
    active: boolean,
    more: { readonly right?: string; readonly keys?: string; readonly urgent?: boolean } = {},
  ) => (
    <Tooltip label={[label, more.keys].filter(Boolean).join(' · ')} position="right" disabled={!narrow}>
      <NavLink
        component="button"
        label={narrow ? undefined : label}
        aria-label={narrow ? label : undefined}
        active={active}
        aria-current={active ? 'page' : undefined}
        leftSection={
          <Icon
            size={19}
            stroke={1.6}
            {...(more.urgent === true ? { color: 'var(--mantine-color-error)' } : {})}
          />
        }
        rightSection={
          !narrow &&
          more.right && (
            <Text span size="sm" className="tabular">
              {more.right}
            </Text>
          )
        }
        onClick={onClick}
        style={{ borderRadius: 8 }}
      />
    </Tooltip>
  )
  const at = (...screens: Route['screen'][]): boolean => screens.includes(route.screen)
  return (
    <AppShell
      navbar={{ width: narrow ? NARROW : WIDE, breakpoint: 0 }}
      header={{ height: small ? TWO_ROWS : ONE_ROW }}
      layout="alt"
    >
      <AppShell.Navbar p="sm" bg="var(--surface-sunken)" style={{ borderColor: 'var(--hairline)' }}>
        <Box px={narrow ? 6 : 10} py={8} mb="sm" style={{ overflow: 'hidden', flexShrink: 0 }}>
          <Brand size={26} />
        </Box>
        <Stack
          component="nav"
          aria-label={t('openApp.main')}
          gap={2}
          flex={1}
          mih={0}
          style={{ overflowY: 'auto' }}
        >
          {link(t('openApp.today'), () => go({ screen: 'today' }), IconSun, at('today'), { keys: 'Ctrl 1' })}
          {link(
            t('common.mentees'),
            () => go({ screen: 'caseload' }),
            IconUsers,
            at('caseload', 'mentee', 'session', 'import', 'import-notes'),
            {
              right: String(count),
              keys: 'Ctrl 2',
            },
          )}
          {link(t('openApp.goals'), () => go({ screen: 'goals' }), IconTarget, at('goals'), {
            keys: 'Ctrl 3',
          })}
          {link('REACH', () => go({ screen: 'reach' }), IconCalendarWeek, at('reach', 'group-session'), {
            keys: 'Ctrl 4',
          })}
          {link(t('openApp.resources'), () => go({ screen: 'resources' }), IconBooks, at('resources'), {
            keys: 'Ctrl 5',
          })}
          {link(
            t('openApp.insights'),
            () => go({ screen: 'insights' }),
            IconChartBar,
            at('insights', 'reports'),
            {
              keys: 'Ctrl 6',
            },
          )}
          {link(t('openApp.bin'), () => go({ screen: 'bin' }), IconTrash, at('bin'))}
          <Box flex={1} />
          {link(t('openApp.settings'), () => go({ screen: 'settings' }), IconSettings, at('settings'))}
          {link(t('openApp.urgentHelp'), () => showUrgent(true), IconPhone, false, {
            keys: 'F1',
            urgent: true,
          })}
          <Box h={24} />
        </Stack>
      </AppShell.Navbar>
      <AppShell.Header px="lg" bg="var(--mantine-color-body)" style={{ borderColor: 'var(--hairline)' }}>
        <Group h="100%" justify="flex-end" gap={small ? 4 : 'sm'} wrap={small ? 'wrap' : 'nowrap'}>
          <SearchButton />
          {!small && <Box flex={1} />}
          <Group gap={small ? 4 : 'sm'} wrap="nowrap" style={{ flexShrink: 0 }}>
            <SyncState />
            <EyesMenu />
            <Tooltip label={t('openApp.startASessionCtrlShiftS')}>
              <Button variant="default" size="compact-md" onClick={() => setChoosing('new-session')}>
                {t('openApp.newSession')}
              </Button>
            </Tooltip>
            <Tooltip label={t('openApp.lockTheVaultCtrlL')}>
              <Button
                variant="default"
                size="compact-md"
                leftSection={<IconLock size={16} stroke={1.6} />}
                onClick={() => void vaultActions().then(({ lock }) => lock())}
              >
                {t('openApp.lock')}
              </Button>
            </Tooltip>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main h="100vh">
        <Box
          ref={content}
          data-scroller
          h="calc(100vh - var(--app-shell-header-height))"
          style={{ overflow: 'auto' }}
          tabIndex={-1}
        >
          <Stack
            p="lg"
            pb={64}
            gap="md"
            maw={route.screen === 'session' ? undefined : 'var(--paper-width)'}
            mx="auto"
          >
            <DemoBanner />
            <Warnings />
            <ScreenBoundary>
              <Screen route={route} />
            </ScreenBoundary>
          </Stack>
        </Box>
      </AppShell.Main>
      <ChooseMentee />
      <Palette />
      <ShortcutsOverlay />
      <PrivacyPill />
    </AppShell>
  )
}

const OpenApp = (vault: OpenVault) => {
  const { language, calendars } = useDateLanguage()
  const firstDayOfWeek = useApp(({ environment }) => environment?.settings.firstDayOfWeek ?? 1)
  return (
    <DatesProvider settings={{ locale: calendars, firstDayOfWeek: firstDayOfWeek as DayOfWeek }}>
      <OpenVaultProvider {...vault}>
        <Shell key={language} />
      </OpenVaultProvider>
    </DatesProvider>
  )
}

export default OpenApp
