/**
 * The frame around the screens of the open vault: sidebar, header, content, and the warnings that are shown on every
 * screen. The screen itself comes from the one table (screens.tsx); privacy screen, clipboard and reminders are seen
 * to here, once for all of them.
 */
import '@mantine/dates/styles.css'
import '@mantine/tiptap/styles.css'
import { AppShell, Box, Stack } from '@mantine/core'
import { DatesProvider, type DayOfWeek } from '@mantine/dates'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useApp } from '../../context/app-state'
import { useDateLanguage } from '../../context/date-language'
import { returnedTo } from '../../context/history'
import { usePresenting, usePrivacyScreen, usePrivateClipboard } from '../../context/privacy'
import { useReminders } from '../../context/reminders'
import { type OpenVault, OpenVaultProvider } from '../../context/vault/session'
import { DemoBanner } from '../../features/demo/demo-banner'
import { useFindPlace } from '../../features/search/find-place'
import { Palette } from '../../features/search/palette'
import { ShortcutsOverlay } from '../../features/search/shortcuts-overlay'
import { ChooseMentee } from '../../features/sessions/start-session'
import { ScreenBoundary } from '../screen-boundary'
import { Screen } from '../screens'
import { useShellCommands } from '../shell-commands'
import { useSupportCardCopy } from '../support-card-copy'
import classes from './frame.module.css'
import { Header } from './header'
import { PrivacyPill } from './privacy-pill'
import { Sidebar } from './sidebar'
import { Warnings } from './warnings'

const WIDE = 220
/** A window in which names would be cut off, as on a small laptop at 150 %: the sidebar keeps its icons. */
const CLOSE = '(max-width: 62em)'
/** A small window, or a large zoom: the header has two rows. */
const SMALL = '(max-width: 56em)'
const ONE_ROW = 56
const TWO_ROWS = 96
const NARROW = 64

const Content = () => {
  const route = useApp((state) => state.route)
  const scroller = useRef<HTMLDivElement>(null)
  const place = route.screen === 'mentee' ? `mentee/${route.id}` : route.screen
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place begins at its top, one come back to where it was
  useEffect(() => void scroller.current?.scrollTo(0, returnedTo(route) ?? 0), [place])
  return (
    <Box ref={scroller} data-scroller className={classes.scroller ?? ''} tabIndex={-1}>
      <Stack
        px="lg"
        pt="sm"
        pb={64}
        gap="sm"
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
  )
}

const Shell = () => {
  useSupportCardCopy()
  usePrivateClipboard()
  usePrivacyScreen()
  usePresenting()
  useReminders()
  useShellCommands()
  useFindPlace()
  const small = useMediaQuery(SMALL)
  // A session needs the room: two texts, the agenda and the brief side by side.
  const close = useMediaQuery(CLOSE)
  const narrow = useApp(({ route }) => route.screen === 'session') || close
  return (
    <AppShell
      navbar={{ width: narrow ? NARROW : WIDE, breakpoint: 0 }}
      header={{ height: small ? TWO_ROWS : ONE_ROW }}
      layout="alt"
      transitionDuration={0}
    >
      <AppShell.Navbar p="sm" bg="var(--surface-sunken)" className={classes.bar ?? ''}>
        <Sidebar narrow={narrow} />
      </AppShell.Navbar>
      <AppShell.Header px="lg" bg="var(--mantine-color-body)" className={classes.bar ?? ''}>
        <Header small={small} />
      </AppShell.Header>
      <AppShell.Main h="100vh">
        <Content />
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
  const firstDayOfWeek = useApp(({ environment }) => environment?.settings.firstDayOfWeek ?? 0)
  return (
    <DatesProvider
      settings={{
        locale: calendars,
        firstDayOfWeek: firstDayOfWeek as DayOfWeek,
        // Red is for danger, and too pale on paper: a Saturday is a day like another.
        weekendDays: [],
      }}
    >
      <OpenVaultProvider {...vault}>
        <Shell key={language} />
      </OpenVaultProvider>
    </DatesProvider>
  )
}

export default OpenApp
