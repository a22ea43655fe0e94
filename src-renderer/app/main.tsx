import { t } from '../../shared/words'
import '@fontsource-variable/source-sans-3/index.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './global.css'
import './privacy-screen.css'
import { MantineProvider } from '@mantine/core'
import { Notifications, notifications } from '@mantine/notifications'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { start } from './start'
import { cssVariables, theme } from './theme'

// A bug, not an expected failure: said once, calmly, and never swallowed.
window.addEventListener('unhandledrejection', () => {
  notifications.show({
    id: 'unexpected',
    color: 'red',
    autoClose: false,
    title: t('main.somethingUnexpectedHappened'),
    message: t('main.whatWasShownAsSavedIs'),
    closeButtonProps: { 'aria-label': t('common.dismiss') },
  })
})

document.documentElement.lang = window.words.language

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root')
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notifications position="bottom-right" limit={4} />
      <App />
    </MantineProvider>
  </StrictMode>,
)
void start()
