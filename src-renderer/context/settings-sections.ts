/** The sections of the settings, in their order: each is a command, too, and can be gone to from anywhere. */
import type { TextKey } from '../../shared/words/words'

interface SettingsSection {
  readonly id: string
  readonly title: TextKey
  /** Other words that find it in the palette. */
  readonly also: string
}

export const SETTINGS_SECTIONS = [
  { id: 'comfort', title: 'comfort.title', also: 'theme dark size language week' },
  { id: 'sync', title: 'sync.title', also: 'relay laptop' },
  { id: 'laptops', title: 'laptops.title', also: 'lost stolen remove device' },
  { id: 'backups', title: 'backup.backups', also: 'backup restore' },
  { id: 'laptop', title: 'thisLaptop.title', also: 'name auto lock keychain tray shortcut' },
  { id: 'passphrase', title: 'unlock.passphrase', also: 'password' },
  { id: 'recovery', title: 'recovery.title', also: 'recovery key print' },
  { id: 'privacy', title: 'privacy.title', also: 'access disclosures' },
  { id: 'ending', title: 'ending.title', also: 'retention erase hold' },
  { id: 'coaching', title: 'coaching.title', also: 'year cadence competencies' },
  { id: 'policy', title: 'policy.title', also: 'mandatory reporter title ix clery' },
  { id: 'templates', title: 'templates.title', also: 'note' },
  { id: 'snippets', title: 'snippet.title', also: 'phrase' },
  { id: 'frameworks', title: 'framework.title', also: 'reflection' },
  { id: 'updates', title: 'updates.title', also: 'version upgrade new' },
  { id: 'about', title: 'about.title', also: 'version licenses data folder diagnosis help' },
] as const satisfies readonly SettingsSection[]

export type SettingsSectionId = (typeof SETTINGS_SECTIONS)[number]['id']
