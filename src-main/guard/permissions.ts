/**
 * What the page may not do: ask for permissions (but for the camera when it said so, camera.ts), navigate, open windows,
 * attach webviews, or reach any address but the coach's relay. The policy header says the same; this is the second lock.
 */
import { app, type Session } from 'electron'
import { APP_ORIGIN } from './app-protocol'
import type { CameraDoor } from './camera'

/** Chromium's own errands (components, dictionaries, pings, look-ups) are switched off before it starts. */
export const silenceChromium = (): void => {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-breakpad',
    'dns-prefetch-disable',
    'no-pings',
    'no-first-run',
  ])
    app.commandLine.appendSwitch(name)
  // The last two ask for a permission before a page may reach a private address (traps.md 23). Ours reaches the one relay that
  // the coach set, and the permissions are all refused.
  app.commandLine.appendSwitch(
    'disable-features',
    'NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication,SpareRendererForSitePerProcess,LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
  )
}

const OWN = ['app://', 'devtools://', 'data:', 'blob:app://'] as const

/** The relay by protocol, host and port: what is to be encrypted on the way is not reached without. */
const isRelay = (address: string, relay: string): boolean => {
  const [asked, set] = [new URL(address), new URL(relay)]
  return asked.protocol === set.protocol && asked.host === set.host
}

const mayRequest = (address: string, relay: string | null): boolean =>
  OWN.some((start) => address.startsWith(start)) || (relay !== null && isRelay(address, relay))

export const restrictSession = (
  session: Session,
  relay: () => string | null,
  camera: Pick<CameraDoor, 'admits'>,
): void => {
  session.setPermissionRequestHandler((contents, permission, answer, details) =>
    answer(permission === 'media' && camera.admits(contents, details)),
  )
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  // Chromium fetches a dictionary for each language unless it has none (electron #22995).
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerDictionaryDownloadURL(`${APP_ORIGIN}/no-dictionaries/`)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !mayRequest(details.url, relay()) }),
  )
  session.on('will-download', (event) => event.preventDefault())
}

export const restrictContents = (): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    // A reload of our own page is how it locks; everything else stays where it is.
    contents.on('will-navigate', (event, url) => {
      if (!url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
  })
}
