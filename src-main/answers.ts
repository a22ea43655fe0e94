/**
 * What main answers to each call of the bridge (shared/bridge/host.ts), beside the check that its arguments have to
 * pass first. The compiler asks for every call of the list, and for a check of every argument.
 */
import * as v from 'valibot'
import { cardLines, relayAddress } from '../shared/bridge/checks'
import { deviceSettings, PAPERS } from '../shared/bridge/device-settings'
import type { HostScope, Scope } from '../shared/bridge/host'
import type { Backups } from './disk/backups'
import type { RecoverySheets } from './disk/recovery-sheet'
import type { SealedFolder } from './disk/sealed-folder'
import type { WriteCount } from './disk/write-count'
import type { PrivateClipboard } from './guard/clipboard'
import type { Answers } from './guard/host-calls'
import type { Keychain } from './guard/keychain'
import type { Capture } from './window/capture'
import type { Reminders } from './window/reminders'

/** The scopes that one module of main has to itself, and those that are made of several. */
export interface Duties
  extends Pick<{ readonly [Of in Scope]: HostScope<Of> }, 'app' | 'laptop' | 'files' | 'page'> {
  readonly folder: SealedFolder
  readonly count: WriteCount
  readonly keychain: Keychain
  readonly clipboard: PrivateClipboard
  readonly backups: Backups
  readonly sheets: RecoverySheets
  readonly capture: Capture
  readonly reminders: Reminders
}

const MEGABYTE = 1024 * 1024
const bytesOf = (atMost: number) =>
  v.pipe(
    v.instance(Uint8Array),
    v.check((value) => value.length <= atMost),
  )
const record = v.pipe(v.string(), v.regex(/^[\w-]{22}$/))
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
  vaultId: record,
  createdAt: v.pipe(v.string(), v.maxLength(40)),
})
const reminder = v.strictObject({
  session: record,
  at: v.number(),
  time: v.pipe(v.string(), v.regex(/^\d\d:\d\d$/)),
})
const fileName = v.pipe(v.string(), v.regex(/^[^/\\:*?"<>|\0]{1,120}$/))
const fileText = v.pipe(v.string(), v.maxLength(128 * MEGABYTE))

export const createAnswers = (duties: Duties): Answers => {
  const {
    app,
    laptop,
    files,
    page,
    folder,
    count,
    keychain,
    clipboard,
    backups,
    sheets,
    capture,
    reminders,
  } = duties
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
      read: { takes: [record], does: folder.read },
      append: { takes: [record, blobs], does: folder.append },
      replace: { takes: [record, blobs], does: folder.replace },
      written: { takes: [], does: async () => count.atStart() },
      freeSpace: { takes: [], does: folder.freeSpace },
      owe: { takes: [record, blobs], does: async (of, owed) => folder.owe(of, owed) },
      remove: { takes: [record, v.pipe(v.array(checksum), v.maxLength(10_000))], does: folder.remove },
      erase: { takes: [record], does: folder.erase },
      keepOwn: { takes: [record], does: folder.keepOwn },
    },
    laptop: {
      noteTwin: { takes: [], does: laptop.noteTwin },
      takeNewId: { takes: [], does: laptop.takeNewId },
      setSettings: { takes: [deviceSettings], does: laptop.setSettings },
      setLetterBoxKey: {
        takes: [v.pipe(v.string(), v.regex(/^[\w-]{43}$/))],
        does: laptop.setLetterBoxKey,
      },
      countAttempt: { takes: [v.boolean()], does: laptop.countAttempt },
      setRelay: { takes: [v.nullable(relayAddress)], does: laptop.setRelay },
      setSupportCard: { takes: [cardLines], does: laptop.setSupportCard },
    },
    keychain: {
      keep: { takes: [key], does: keychain.keep },
      take: { takes: [], does: keychain.take },
      forget: { takes: [], does: keychain.forget },
    },
    clipboard: {
      copied: { takes: [], does: clipboard.copied },
    },
    backups: {
      state: { takes: [], does: backups.state },
      chooseFolder: { takes: [], does: backups.chooseFolder },
      begin: { takes: [], does: backups.begin },
      copy: { takes: [record], does: backups.copy },
      finish: { takes: [], does: backups.finish },
      drop: { takes: [v.pipe(v.array(backupId), v.maxLength(1000))], does: backups.drop },
      choose: { takes: [], does: backups.choose },
      open: { takes: [backupId], does: backups.open },
      read: { takes: [backupId, record], does: backups.read },
      install: { takes: [backupId], does: backups.install },
      dropSetAside: { takes: [], does: backups.dropSetAside },
    },
    recoverySheet: {
      save: { takes: [sheet], does: sheets.save },
      print: { takes: [sheet], does: sheets.print },
    },
    files: {
      save: { takes: [fileName, v.union([fileText, bytes])], does: files.save },
    },
    page: {
      print: { takes: [], does: page.print },
      toPdf: { takes: [v.picklist(PAPERS)], does: page.toPdf },
    },
    capture: {
      open: { takes: [], does: async () => capture.open() },
    },
    reminders: {
      set: {
        takes: [v.pipe(v.array(reminder), v.maxLength(200))],
        does: async (given) => reminders.set(given),
      },
      take: { takes: [], does: async () => reminders.take() },
    },
  }
}
