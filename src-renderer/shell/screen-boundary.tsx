/**
 * A screen that fails is replaced by a sentence and a way on; the shell around it stays. Nothing typed goes with it:
 * notes are in their records, which are stored before they are closed, and half-filled forms are kept outside the
 * screens (kept-typing.ts).
 */
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { t } from '../../shared/words/words'
import { go, useApp } from '../context/app-state'
import { lock } from '../context/vault/when-needed'
import { CalmPage } from '../ui/calm-page'

const ScreenFailed = ({ onRetry }: { readonly onRetry: () => void }) => {
  const today = useApp(({ route }) => route.screen === 'today')
  return (
    <Stack gap="md" role="alert" maw="60ch">
      <Title order={1}>{t('unexpected.screenNotShown')}</Title>
      <Text>{t('unexpected.screenKept')}</Text>
      <Group gap="xs">
        <Button onClick={onRetry}>{t('unexpected.tryAgain')}</Button>
        {!today && (
          <Button variant="default" onClick={() => go({ screen: 'today' })}>
            {t('unexpected.goToToday')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

/** Going anywhere is a new try. */
export const ScreenBoundary = ({ children }: { readonly children: ReactNode }) => {
  const route = useApp((state) => state.route)
  return (
    <ErrorBoundary
      resetKeys={[route]}
      fallbackRender={({ resetErrorBoundary }) => (
        <ScreenFailed onRetry={() => resetErrorBoundary()} />
      )}
    >
      {children}
    </ErrorBoundary>
  )
}

/** Loads the page anew: with what was typed sealed, and the vault locked, when it was open. */
const reload = async (): Promise<void> => {
  if (useApp.getState().phase.name !== 'open') return location.reload()
  try {
    await lock()
  } catch {
    // Whatever failed: the key must not stay in a page that shows nothing.
    location.reload()
  }
}

const AllFailed = () => {
  // The shell that locks after idle time is gone; the vault behind this page is still open.
  const open = useApp(({ phase }) => phase.name === 'open')
  return (
    <CalmPage title={t('unexpected.title')}>
      <Text role="alert">{open ? t('unexpected.reloadLocks') : t('unexpected.reloadHelps')}</Text>
      <Group>
        <Button onClick={() => void reload()}>{t('unexpected.reload')}</Button>
      </Group>
    </CalmPage>
  )
}

/** For what the screens' own boundaries do not hold: the shell, the lock screen, the first run. */
export const AppBoundary = ({ children }: { readonly children: ReactNode }) => (
  <ErrorBoundary FallbackComponent={AllFailed}>{children}</ErrorBoundary>
)
