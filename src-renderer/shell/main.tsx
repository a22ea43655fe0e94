/**
 * The page's entry: looks, notices and the app, then the first decisions (start.ts). The shell is the highest storey:
 * it knows all screens (screens.tsx) and puts the frame around them (frame/), and nothing below knows of it.
 */
import './language'
import '@fontsource-variable/source-sans-3/index.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './global.css'
import './notices.css'
import './privacy-screen.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchDialogs } from '../context/typing/dialogs'
import { App } from './app'
import { spareTexts } from './spared-texts'
import { start } from './start'
import { cssVariables, theme } from './theme'
import { reportUnexpected, watchUnexpected } from './unexpected'

watchUnexpected()
watchDialogs()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root')
spareTexts(root)
createRoot(root, { onCaughtError: reportUnexpected, onRecoverableError: reportUnexpected }).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      {/* Below the middle of the page: beside the sidebar, and above no button of a dialog or an editor. */}
      <Notifications position="bottom-center" limit={3} containerWidth={520} />
      <App />
    </MantineProvider>
  </StrictMode>,
)
void start()
