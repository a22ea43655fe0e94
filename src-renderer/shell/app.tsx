/** Which of the app's faces is shown. */
import { Alert, Box, Progress } from '@mantine/core'
import { lazy, Suspense, useEffect } from 'react'
import { t } from '../../shared/words/words'
import { useApp } from '../context/app-state'
import { useShortcuts } from '../context/commands/shortcuts'
import { refusalSentence } from '../context/sentences'
import { approach } from '../context/vault/when-needed'
import { Unlock } from '../features/unlock/unlock'
import { CalmPage } from '../ui/calm-page'
import { useComfort } from './comfort'
import { AppBoundary } from './screen-boundary'

/** Kept once loaded: React holds back what comes out of a Suspense boundary for 300 ms after it showed a fallback. */
let loaded: typeof import('./frame/open-app').default | undefined
const openApp = async () => {
  const module = await import('./frame/open-app')
  loaded = module.default
  return module
}
const LazyOpenApp = lazy(openApp)
const SupportCard = lazy(() => import('../features/resources/support-card'))
const RepairHeader = lazy(async () => ({
  default: (await import('../features/first-run/restore-vault')).RepairHeader,
}))
const FirstRun = lazy(() => import('../features/first-run/first-run'))

/** The first keys of a passphrase are not to wait for code that is needed after the last. */
const LOAD_AFTER_MS = 250

/** While the coach types the passphrase, what comes after it is loaded, and a header that cannot be read is said. */
const Locked = () => {
  useEffect(() => {
    const loading = setTimeout(() => {
      void approach()
      void openApp()
    }, LOAD_AFTER_MS)
    return () => clearTimeout(loading)
  }, [])
  return <Unlock />
}

const Face = () => {
  const phase = useApp((state) => state.phase)
  switch (phase.name) {
    case 'starting':
      return <main />
    case 'refused': {
      if (phase.why === 'damaged-header' || phase.why === 'weak-header') return <RepairHeader />
      const { title, text } = refusalSentence[phase.why]
      return <CalmPage title={title}>{text}</CalmPage>
    }
    case 'welcome':
      return <FirstRun joinWith={phase.joinWith} />
    case 'locked':
      return <Locked />
    case 'filling':
      return (
        <CalmPage title={t('sample.writing')}>
          <Progress
            value={(phase.done / phase.of) * 100}
            aria-label={t('sample.writtenSoFar', { done: phase.done, total: phase.of })}
          />
        </CalmPage>
      )
    case 'open': {
      const OpenApp = loaded ?? LazyOpenApp
      return <OpenApp session={phase.session} sync={phase.sync} search={phase.search} />
    }
  }
}

export const App = () => {
  const development = useApp((state) => state.environment?.developmentRuntime === true)
  const urgent = useApp((state) => state.urgent)
  useShortcuts()
  useComfort()
  return (
    <>
      <AppBoundary>
        <Suspense fallback={<main />}>
          <Face />
        </Suspense>
      </AppBoundary>
      {urgent && (
        <Suspense fallback={null}>
          <SupportCard />
        </Suspense>
      )}
      {development && (
        <Box
          pos="fixed"
          bottom={0}
          left={0}
          right={0}
          style={{ zIndex: 50, pointerEvents: 'none' }}
        >
          <Alert color="amber.8" variant="filled" py={2} radius={0} ta="right" fz="xs" role="note">
            {t('app.oldChromium')}
          </Alert>
        </Box>
      )}
    </>
  )
}
