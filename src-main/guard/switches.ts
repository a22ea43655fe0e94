/**
 * The command line of a shipped app. Chromium and Node know well over a thousand switches, and some undo what the app
 * promises: a debugger on a port, certificates that are not looked at, a log of every connection, another program as
 * the page's process. A shipped build takes the switches below and starts with no other, so that a new one in the next
 * Chromium is refused before anybody has heard of it. How the network is reached is the system's business (its proxy,
 * its certificates); a managed laptop needs no switch for it.
 */

const ALLOWED: ReadonlySet<string> = new Set([
  // The app's own.
  'demo',
  'user-data-dir',
  'language',
  // How the desktop draws it, speaks to a screen reader, and which keyring it has.
  'class',
  'disable-gpu',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'gtk-version',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
])

/**
 * What the system itself hands to a program: macOS its serial number and preferences, Windows that a notification was
 * clicked.
 */
const FROM_THE_SYSTEM: Partial<Record<NodeJS.Platform, RegExp>> = {
  darwin: /^(psn_|ns|apple)/,
  win32: /^(embedding|toastactivated)$/,
}

/**
 * The name of the switch that Chromium reads from an argument, or nothing. One dash does as well as two, on Windows a
 * slash does, too, and there names are read in any case.
 */
const switchIn = (argument: string, platform: NodeJS.Platform): string | undefined =>
  (platform === 'win32' ? /^(?:--?|\/)([^=-][^=]*)/ : /^--?([^=-][^=]*)/)
    .exec(argument.trim())?.[1]
    ?.toLowerCase()

/** The switches among a program's arguments that a shipped build refuses, by name and each once. */
export const refusedSwitches = (
  given: readonly string[],
  platform: NodeJS.Platform = process.platform,
  /** Chromium starts for root only without its sandbox; for nobody else may that be asked. */
  isRoot = process.getuid?.() === 0,
): readonly string[] => [
  ...new Set(
    given
      .flatMap((argument) => switchIn(argument, platform) ?? [])
      .filter((name) => !ALLOWED.has(name))
      .filter((name) => !(isRoot && name === 'no-sandbox'))
      .filter((name) => FROM_THE_SYSTEM[platform]?.test(name) !== true),
  ),
]
