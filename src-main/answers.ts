/**
 * What main answers to each call of the bridge (shared/bridge/host.ts), beside the check that its arguments have to
 * pass first. The compiler asks for every call of the list, and for a check of every argument.
 */

import type { BrowserWindow } from 'electron'
import * as v from 'valibot'
import { idSchema } from '../shared/base/id'
import { cardLines, relayAddress, updatesAddress } from '../shared/bridge/checks'
import {
  type DeviceSettings,
  type DeviceState,
  deviceSettings,
  PAPERS,
} from '../shared/bridge/device-settings'
import type { HostScope } from '../shared/bridge/host'
import { fitsMail } from '../shared/bridge/mail'
import type { Backups } from './disk/backups'
import { takeNewDeviceId } from './disk/device-id'
import type { Profile } from './disk/profile'
import type { RecoverySheets } from './disk/recovery-sheet'
import { saveFile } from './disk/save-file'
import type { SealedFolder } from './disk/sealed-folder'
import type { SyncFolder } from './disk/sync-folder'
import type { WriteCount } from './disk/write-count'
import { countAttempt } from './guard/attempts'
import type { CameraDoor } from './guard/camera'
import type { PrivateClipboard } from './guard/clipboard'
import type { Answers } from './guard/host-calls'
import type { Keychain } from './guard/keychain'
import type { LaptopNetwork } from './network/network'
import type { CaptureWindow } from './window/capture'
import { openMail } from './window/mail'
import { pageToPdf, printWindow } from './window/pdf'
import type { Reminders } from './window/reminders'

/** What the answers are made of. */
export interface Duties {
  readonly window: () => BrowserWindow | undefined
  readonly app: HostScope<'app'>
  readonly profile: Profile
  readonly forgetVault: () => Promise<void>
  /** Has the windows and the shortcut follow the settings; what came of them on this system. */
  readonly applySettings: (settings: DeviceSettings) => DeviceState
  readonly folder: SealedFolder
  readonly count: WriteCount
  readonly network: LaptopNetwork
  readonly keychain: Keychain
  readonly camera: CameraDoor
  readonly clipboard: PrivateClipboard
  readonly selection: PrivateClipboard
  readonly backups: Backups
  readonly syncFolder: SyncFolder
  readonly sheets: RecoverySheets
  readonly capture: CaptureWindow
  readonly reminders: Reminders
  readonly updates: HostScope<'updates'>
  readonly about: HostScope<'about'>
}

const MEGABYTE = 1024 * 1024
const bytesOf = (atMost: number) =>
  v.pipe(
    v.instance(Uint8Array),
    v.check((value) => value.length <= atMost),
  )
const checksum = v.pipe(v.string(), v.regex(/^[\da-f]{16}$/))
const backupId = v.pipe(v.string(), v.regex(/^[\w-]{16}$/))
const bytes = bytesOf(64 * MEGABYTE)
const blobs = v.pipe(v.array(bytes), v.maxLength(100_000))
const key = v.pipe(
  v.instance(Uint8Array),
  v.check((value) => value.length === 32),
)
const sheet = v.strictObject({
  groups: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[0-9A-Z]{7}$/))), v.maxLength(16)),
  vaultId: idSchema,
  createdAt: v.pipe(v.string(), v.maxLength(40)),
})
const reminder = v.strictObject({
  session: idSchema,
  at: v.number(),
  time: v.pipe(v.string(), v.regex(/^\d\d:\d\d$/)),
})
const fileName = v.pipe(v.string(), v.regex(/^[^/\\:*?"<>|\0]{1,120}$/))
const fileText = v.pipe(v.string(), v.maxLength(128 * MEGABYTE))

const mail = v.pipe(
  v.strictObject({
    to: v.union([v.literal(''), v.pipe(v.string(), v.maxLength(300), v.email())]),
    subject: v.pipe(v.string(), v.maxLength(300)),
    body: v.string(),
  }),
  v.check(fitsMail),
)

const folderPlace = v.pipe(v.string(), v.regex(/^(pairing )?[a-z2-7]{8}$/))
const folderFileName = v.pipe(v.string(), v.regex(/^[^/\\\0]{1,255}$/))

const syncFolderAnswers = ({ syncFolder }: Duties): Answers['syncFolder'] => ({
  choose: { takes: [], does: syncFolder.choose },
  leave: { takes: [], does: syncFolder.leave },
  list: { takes: [folderPlace], does: syncFolder.list },
  read: { takes: [folderPlace, folderFileName], does: syncFolder.read },
  write: { takes: [folderPlace, bytes], does: syncFolder.write },
  keep: {
    takes: [folderPlace, v.pipe(v.array(folderFileName), v.maxLength(10_000))],
    does: syncFolder.keep,
  },
})

/** What is set for this laptop alone, and not for the vault. */
const laptopAnswers = ({
  profile,
  folder,
  network,
  applySettings,
  forgetVault,
}: Duties): Answers['laptop'] => ({
  noteTwin: { takes: [], does: async () => profile.set({ hasTwin: true }) },
  takeNewId: { takes: [], does: () => takeNewDeviceId(profile, folder) },
  setSettings: {
    takes: [deviceSettings],
    does: async (settings) => {
      profile.set({ settings })
      return applySettings(settings)
    },
  },
  setLetterBoxKey: {
    takes: [v.pipe(v.string(), v.regex(/^[\w-]{43}$/))],
    does: async (letterBoxKey) => profile.set({ letterBoxKey }),
  },
  seed: {
    takes: [],
    does: async () => {
      const { laptopSeed } = profile.get()
      return laptopSeed === null ? null : new Uint8Array(Buffer.from(laptopSeed, 'base64url'))
    },
  },
  keepSeed: {
    takes: [bytesOf(1000)],
    does: async (sealed) => profile.set({ laptopSeed: Buffer.from(sealed).toString('base64url') }),
  },
  keepTyping: {
    takes: [v.nullable(bytesOf(MEGABYTE))],
    does: async (sealed) =>
      profile.set({ typing: sealed === null ? null : Buffer.from(sealed).toString('base64url') }),
  },
  takeTyping: {
    takes: [],
    does: async () => {
      const { typing } = profile.get()
      if (typing === null) return null
      profile.set({ typing: null })
      return new Uint8Array(Buffer.from(typing, 'base64url'))
    },
  },
  forgetVault: { takes: [], does: forgetVault },
  countAttempt: { takes: [v.boolean()], does: async (opened) => countAttempt(profile, opened) },
  setRelay: {
    takes: [v.nullable(relayAddress)],
    does: async (relay) => {
      profile.set({ relay })
      network.follow()
    },
  },
  setSupportCard: {
    takes: [cardLines],
    does: async (lines) => profile.set({ supportCard: [...lines] }),
  },
})

const pageAnswers = ({ window }: Duties): Answers['page'] => ({
  print: {
    takes: [],
    does: async () => {
      const shown = window()
      return shown === undefined ? false : printWindow(shown)
    },
  },
  toPdf: {
    takes: [v.picklist(PAPERS)],
    does: async (paper) => {
      const shown = window()
      return shown === undefined ? new Uint8Array() : pageToPdf(shown, paper)
    },
  },
})

const updatesAnswers = ({ updates }: Duties): Answers['updates'] => ({
  state: { takes: [], does: updates.state },
  setAddress: { takes: [v.nullable(updatesAddress)], does: updates.setAddress },
  look: { takes: [], does: updates.look },
  fetch: { takes: [], does: updates.fetch },
  drop: { takes: [], does: updates.drop },
})

/** One table, of a line or so for each call. */
export const createAnswers = (duties: Duties): Answers => {
  const { window, app, folder, count, network, keychain, clipboard, selection } = duties
  const { backups, sheets } = duties
  return {
    app: {
      environment: { takes: [], does: app.environment },
      setUnlocked: { takes: [v.boolean()], does: app.setUnlocked },
      carryOver: { takes: [bytesOf(MEGABYTE)], does: app.carryOver },
      takeOver: { takes: [], does: app.takeOver },
      quit: { takes: [], does: app.quit },
    },
    header: {
      read: { takes: [], does: folder.readHeader },
      write: { takes: [v.pipe(v.string(), v.maxLength(MEGABYTE))], does: folder.writeHeader },
    },
    folder: {
      tails: { takes: [], does: folder.tails },
      read: { takes: [idSchema], does: folder.read },
      append: { takes: [idSchema, blobs], does: folder.append },
      replace: { takes: [idSchema, blobs], does: folder.replace },
      written: { takes: [], does: async () => count.atStart() },
      freeSpace: { takes: [], does: folder.freeSpace },
      owe: { takes: [idSchema, blobs], does: async (of, owed) => folder.owe(of, owed) },
      remove: {
        takes: [idSchema, v.pipe(v.array(checksum), v.maxLength(10_000))],
        does: folder.remove,
      },
      erase: { takes: [idSchema], does: folder.erase },
      keepOwn: { takes: [idSchema], does: folder.keepOwn },
    },
    laptop: laptopAnswers(duties),
    network: {
      ownRelay: { takes: [], does: network.answers.ownRelay },
      sharing: { takes: [], does: network.answers.sharing },
      whyUnreached: { takes: [], does: network.answers.whyUnreached },
    },
    keychain: {
      keep: { takes: [key], does: keychain.keep },
      take: { takes: [], does: keychain.take },
      forget: { takes: [], does: keychain.forget },
    },
    camera: {
      expect: { takes: [v.boolean()], does: duties.camera.expect },
    },
    clipboard: {
      copied: {
        takes: [v.picklist(['clipboard', 'selection'])],
        does: (into) => (into === 'selection' ? selection : clipboard).copied(),
      },
    },
    mail: {
      open: { takes: [mail], does: openMail },
    },
    backups: {
      state: { takes: [], does: backups.state },
      chooseFolder: { takes: [], does: backups.chooseFolder },
      begin: { takes: [], does: backups.begin },
      copy: { takes: [idSchema], does: backups.copy },
      finish: { takes: [], does: backups.finish },
      drop: { takes: [v.pipe(v.array(backupId), v.maxLength(1000))], does: backups.drop },
      choose: { takes: [], does: backups.choose },
      open: { takes: [backupId], does: backups.open },
      read: { takes: [backupId, idSchema], does: backups.read },
      install: { takes: [backupId], does: backups.install },
      dropSetAside: { takes: [], does: backups.dropSetAside },
    },
    syncFolder: syncFolderAnswers(duties),
    recoverySheet: {
      save: { takes: [sheet], does: sheets.save },
      print: { takes: [sheet], does: sheets.print },
    },
    files: {
      save: {
        takes: [fileName, v.union([fileText, bytes])],
        does: (name, content) => saveFile(window(), name, content),
      },
    },
    page: pageAnswers(duties),
    updates: updatesAnswers(duties),
    about: {
      facts: { takes: [], does: duties.about.facts },
      dataFolder: { takes: [], does: duties.about.dataFolder },
      openDataFolder: { takes: [], does: duties.about.openDataFolder },
    },
    capture: {
      open: { takes: [], does: async () => duties.capture.open() },
    },
    reminders: {
      set: {
        takes: [v.pipe(v.array(reminder), v.maxLength(200))],
        does: async (given) => duties.reminders.set(given),
      },
      take: { takes: [], does: async () => duties.reminders.take() },
    },
  }
}
