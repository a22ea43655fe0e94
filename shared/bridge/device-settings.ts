/** What a coach sets for one laptop and not for the vault: kept in its profile, unsealed, since it says nothing of a mentee. */
import * as v from 'valibot'

/** Modifiers and one key, as Electron writes them; null turns the shortcut off. */
const shortcut = v.pipe(
  v.string(),
  v.maxLength(60),
  v.regex(
    /^((CommandOrControl|Control|Command|Alt|Option|Shift|Super)\+){1,3}([A-Z0-9]|F\d{1,2}|Space)$/,
  ),
)

export const PAPERS = ['Letter', 'A4'] as const
export type Paper = (typeof PAPERS)[number]

export const TEXT_SIZES = ['small', 'normal', 'large', 'larger'] as const
export const DENSITIES = ['comfortable', 'compact'] as const

export const deviceSettings = v.strictObject({
  /** Minutes without a key or a pointer until the vault locks; 0 is never. */
  autoLockMinutes: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(480)), 10),
  /** The window is left out of screenshots and shared screens, where the system can do that. */
  hiddenFromScreens: v.optional(v.boolean(), true),
  captureShortcut: v.optional(v.nullable(shortcut), 'CommandOrControl+Shift+Space'),
  /** Closing the window locks the vault and leaves Confidant in the tray, ready for a capture. */
  staysInTray: v.optional(v.boolean(), false),
  /** Minutes before a session at which the coach is reminded of it; 0 is never. */
  remindMinutes: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(240)), 10),
  /** 0 is Sunday. */
  firstDayOfWeek: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)), 0),
  textSize: v.optional(v.picklist(TEXT_SIZES), 'normal'),
  density: v.optional(v.picklist(DENSITIES), 'comfortable'),
  zoom: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(3)), 1),
  /** Of the app's words: a catalogue in shared/words. */
  language: v.optional(v.pipe(v.string(), v.regex(/^[a-zA-Z-]{2,10}$/)), 'en'),
  /** Of days and months, as dayjs calls it. */
  dateLanguage: v.optional(v.pipe(v.string(), v.regex(/^[a-z-]{2,10}$/)), 'en'),
  menteeWord: v.optional(v.picklist(['mentee', 'student']), 'mentee'),
  /** The tour of the first run was taken or skipped. */
  tourDone: v.optional(v.boolean(), true),
  /** The version whose news the coach has seen; '' when none was noted. */
  seenVersion: v.optional(v.pipe(v.string(), v.maxLength(20)), ''),
  paper: v.optional(v.picklist(PAPERS), 'Letter'),
  /** Misspelled words in notes are underlined. */
  spelling: v.optional(v.boolean(), true),
  /** Single keys where no text is edited: j, k, n, g then m. */
  singleKeys: v.optional(v.boolean(), false),
})
export type DeviceSettings = v.InferOutput<typeof deviceSettings>

export const DEFAULT_DEVICE_SETTINGS: DeviceSettings = v.parse(deviceSettings, {})

/** What came of the settings on this system. */
export interface DeviceState {
  /** 'taken': another program has the shortcut. */
  readonly shortcut: 'on' | 'off' | 'taken'
  /** Whether this system can leave the window out of screenshots. */
  readonly canHide: boolean
}
