import './language'
import '@fontsource-variable/source-sans-3/index.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './global.css'
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
    title: 'Something unexpected happened',
    message:
      'What was shown as saved is safe. If something does not respond, quit Confidant and start it again.',
    closeButtonProps: { 'aria-label': 'Dismiss' },
  })
})

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
