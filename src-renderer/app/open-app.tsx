/** The shell of the open vault: sidebar, header, content. */
import '@mantine/dates/styles.css'
import '@mantine/tiptap/styles.css'
import { Alert, AppShell, Box, Button, Group, NavLink, Stack, Text, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconSettings, IconTrash, IconUsers } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Bin } from '../features/bin/bin'
import { Caseload } from '../features/caseload/caseload'
import { MenteePage } from '../features/mentee/mentee-page'
import { Settings } from '../features/settings/settings'
import { SyncState } from '../features/settings/sync-state'
import type { VaultSession } from '../store/vault-session'
import type { Sync } from '../sync/sync'
import { Brand } from '../ui/calm-page'
import { go, type Route, useApp } from './app-state'
import { writeSentence } from './sentences'
import { OpenVaultProvider, useModel } from './session'
import { vaultActions } from './start'

const Screen = ({ route }: { readonly route: Route }) => {
  switch (route.screen) {
    case 'caseload':
      return <Caseload />
    case 'mentee':
      return <MenteePage key={route.id} id={route.id} tab={route.tab} item={route.item} />
    case 'bin':
      return <Bin />
    case 'settings':
      return <Settings />
  }
}

/** What the coach must know, whichever screen is open. */
const Warnings = () => {
  const saving = useModel((model) => model.saving)
  const lowSpace = useModel((model) => model.lowSpace)
  const restored = useModel((model) => model.restored)
  const trouble = useModel((model) => model.trouble)
  const icon = <IconAlertTriangle size={18} stroke={1.6} />
  return (
    <Stack gap="xs">
      {saving !== 'saved' && saving !== 'saving' && (
        <Alert color="red" icon={icon} role="alert" title="Not saved yet">
          {writeSentence[saving]}
        </Alert>
      )}
      {lowSpace && (
        <Alert color="amber" icon={icon} title="Little room on the disk">
          Less than 200 MB are free. Please make some room soon, so that Confidant can go on saving.
        </Alert>
      )}
      {restored > 0 && (
        <Alert color="teal" title="Restored from the safety copy">
          The app’s database was missing or behind. Everything was put back from the sealed folder, and
          nothing that was saved is missing.
        </Alert>
      )}
      {trouble.damaged + trouble.healed + trouble.newer > 0 && (
        <Alert color="amber" icon={icon} title="Damaged pieces arrived from the relay">
          {trouble.healed > 0 &&
            `${trouble.healed} damaged ${trouble.healed === 1 ? 'piece was' : 'pieces were'} sent again whole by another laptop. `}
          {trouble.damaged + trouble.newer > 0 &&
            `${trouble.damaged + trouble.newer} ${trouble.damaged + trouble.newer === 1 ? 'piece does' : 'pieces do'} not open here; another laptop has been asked to send it again. `}
          Nothing saved on this laptop was changed.
        </Alert>
      )}
      {trouble.answered > 0 && (
        <Alert color="amber" icon={icon} title="The relay damaged something on its way">
          Another laptop could not open {trouble.answered === 1 ? 'a piece' : `${trouble.answered} pieces`}{' '}
          that the relay had stored, so this one sent it again. Nothing was lost.
        </Alert>
      )}
    </Stack>
  )
}

const Shell = () => {
  const route = useApp((state) => state.route)
  const count = useModel(
    (model) =>
      Object.values(model.records).filter(
        ({ mentee }) => mentee.deletedAt === null && mentee.archivedAt === null,
      ).length,
  )
  const content = useRef<HTMLDivElement>(null)
  const place = route.screen === 'mentee' ? `mentee/${route.id}` : route.screen
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place begins at its top
  useEffect(() => content.current?.scrollTo(0, 0), [place])
  const link = (label: string, to: Route, Icon: typeof IconUsers, active: boolean, right?: string) => (
    <NavLink
      component="button"
      label={label}
      active={active}
      aria-current={active ? 'page' : undefined}
      leftSection={<Icon size={19} stroke={1.6} />}
      rightSection={
        right && (
          <Text span size="sm" c="dimmed" className="tabular">
            {right}
          </Text>
        )
      }
      onClick={() => go(to)}
      style={{ borderRadius: 8 }}
    />
  )
  return (
    <AppShell navbar={{ width: 220, breakpoint: 0 }} header={{ height: 56 }} layout="alt">
      <AppShell.Navbar p="sm" bg="var(--surface-sunken)" style={{ borderColor: 'var(--hairline)' }}>
        <Box px={10} py={8} mb="sm">
          <Brand size={26} />
        </Box>
        <Stack component="nav" aria-label="Main" gap={2} flex={1}>
          {link(
            'Mentees',
            { screen: 'caseload' },
            IconUsers,
            route.screen === 'caseload' || route.screen === 'mentee',
            String(count),
          )}
          {link('Bin', { screen: 'bin' }, IconTrash, route.screen === 'bin')}
          <Box flex={1} />
          {link('Settings', { screen: 'settings' }, IconSettings, route.screen === 'settings')}
          <Box h={24} />
        </Stack>
      </AppShell.Navbar>
      <AppShell.Header px="lg" bg="var(--mantine-color-body)" style={{ borderColor: 'var(--hairline)' }}>
        <Group h="100%" justify="flex-end" gap="sm">
          <SyncState />
          <Tooltip label="Lock the vault (Ctrl L)">
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconLock size={16} stroke={1.6} />}
              onClick={() => void vaultActions().then(({ lock }) => lock())}
            >
              Lock
            </Button>
          </Tooltip>
        </Group>
      </AppShell.Header>
      <AppShell.Main h="100vh">
        <Box ref={content} h="calc(100vh - 56px)" style={{ overflow: 'auto' }} tabIndex={-1}>
          <Stack p="lg" pb={64} gap="md" maw="var(--paper-width)" mx="auto">
            <Warnings />
            <Screen route={route} />
          </Stack>
        </Box>
      </AppShell.Main>
    </AppShell>
  )
}

const OpenApp = ({ session, sync }: { readonly session: VaultSession; readonly sync: Sync | undefined }) => (
  <OpenVaultProvider session={session} sync={sync}>
    <Shell />
  </OpenVaultProvider>
)

export default OpenApp
