/**
 * The recovery sheet: its key, kept in the vault record so that it can be printed again and replaced from any laptop,
 * and when the coach last said that the sheet is where it belongs. Whoever reads the vault record has the vault key
 * already: keeping it here opens nothing that was closed.
 *
 * A sheet that was replaced is retired for ever: no laptop that comes late, and nobody who opens one with it, makes it
 * the vault's again. Of two that were made at the same time the later stands for all, by their moments and then by
 * their marks; but one of a former epoch (vault/epochs.ts), which a removed laptop may have read, never stands in a
 * later one. Each laptop has a header of its own, so each notes here which sheet that opens with
 * (store/session/recovery-sheet.ts).
 */
import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import * as v from 'valibot'
import type * as Y from 'yjs'
import { momentOf } from '../../crdt/record-clock'
import { FIRST_EPOCH, isEpoch } from '../../vault/epochs'

export interface RecoveryState {
  /** Whether the sheet can be printed again: a vault of an older version does not know its key. */
  readonly known: boolean
  /** The mark of the sheet that stands; '' while none is known. */
  readonly sheet: string
  /** When the key was made or learnt, and when the coach last confirmed to have the sheet; '' before. */
  readonly keptAt: string
  readonly seenAt: string
}

interface Sheet {
  readonly mark: string
  readonly key: string
  readonly at: string
  /** The laptop that made it; '' when it was learnt, or made by version 0.2. */
  readonly by: string
  readonly epoch: number
}

const recoveryOf = (vault: Y.Doc): Y.Map<unknown> => vault.getMap('recovery')
const KEY = /^[\w-]{43}$/
const SHEET = 'sheet/'
const RETIRED = 'retired/'
const MARK_BYTES = 9
const Stored = v.object({
  key: v.pipe(v.string(), v.regex(KEY)),
  at: v.string(),
  by: v.string(),
  epoch: v.optional(v.pipe(v.number(), v.check(isEpoch)), FIRST_EPOCH),
})

const stamp = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Tells sheets apart, and nothing of their keys. */
const markOf = (key: string): string =>
  toBase64UrlEncoded(digest(encodeUtf8(`confidant/sheet/${key}`)).subarray(0, MARK_BYTES))
export const sheetMark = (key: Uint8Array): string => markOf(toBase64UrlEncoded(key))

/** Every sheet that was not retired, the one that stands last. What version 0.2 wrote is one, too. */
const sheets = (vault: Y.Doc): readonly Sheet[] => {
  const kept = recoveryOf(vault)
  const found = new Map<string, Sheet>()
  const key = stamp(kept.get('key'))
  if (KEY.test(key))
    found.set(markOf(key), {
      mark: markOf(key),
      key,
      at: stamp(kept.get('keptAt')),
      by: '',
      epoch: FIRST_EPOCH,
    })
  for (const [name, value] of kept) {
    const stored = name.startsWith(SHEET) ? v.safeParse(Stored, value) : undefined
    if (stored?.success)
      found.set(markOf(stored.output.key), { mark: markOf(stored.output.key), ...stored.output })
  }
  return [...found.values()]
    .filter(({ mark }) => kept.get(RETIRED + mark) !== true)
    .sort((a, b) => a.epoch - b.epoch || a.at.localeCompare(b.at) || a.mark.localeCompare(b.mark))
}

/** The sheet that stands, where version 0.2 looks for it: it must not take up one that was retired. */
const tellOlderVersions = (vault: Y.Doc): void => {
  const standing = sheets(vault).at(-1)
  if (standing === undefined || recoveryOf(vault).get('key') === standing.key) return
  recoveryOf(vault).set('key', standing.key)
  recoveryOf(vault).set('keptAt', standing.at)
}

const retire = (vault: Y.Doc, gone: readonly Sheet[]): void => {
  for (const { mark } of gone) {
    recoveryOf(vault).set(RETIRED + mark, true)
    recoveryOf(vault).delete(SHEET + mark)
  }
}

/** Keeps the key that opened the vault, if the vault knows none: another one may be of a sheet that was replaced. */
export const keepRecoveryKey = (vault: Y.Doc, key: Uint8Array): void =>
  vault.transact(() => {
    if (sheets(vault).length > 0 || recoveryOf(vault).get(RETIRED + sheetMark(key)) === true) return
    recoveryOf(vault).set('key', toBase64UrlEncoded(key))
    recoveryOf(vault).set('keptAt', momentOf(vault))
  })

/** Makes a new key the vault's, and retires every sheet that is known. */
export const replaceRecoveryKey = (
  vault: Y.Doc,
  input: {
    readonly key: Uint8Array
    readonly by: string
    readonly now: string
    /** Of the vault, as it is made. */
    readonly epoch?: number
  },
): void =>
  vault.transact(() => {
    const kept = recoveryOf(vault)
    const before = sheets(vault)
    retire(vault, before)
    const key = toBase64UrlEncoded(input.key)
    const { epoch = FIRST_EPOCH } = input
    const sheet = { key, at: input.now, by: input.by }
    kept.set(SHEET + markOf(key), epoch === FIRST_EPOCH ? sheet : { ...sheet, epoch })
    tellOlderVersions(vault)
  })

/** The sheet that came with a removal, unless it is there, or was replaced since. */
export const takeSheet = (vault: Y.Doc, input: Parameters<typeof replaceRecoveryKey>[1]): void => {
  const mark = sheetMark(input.key)
  const { epoch = FIRST_EPOCH } = input
  const known = sheets(vault).some((sheet) => sheet.mark === mark || sheet.epoch > epoch)
  if (!known && recoveryOf(vault).get(RETIRED + mark) !== true) replaceRecoveryKey(vault, input)
}

export interface StandingSheet {
  readonly key: Uint8Array
  readonly by: string
}

/** The key of the sheet that stands. One that was made at the same time, and earlier, is retired by it. */
export const standingSheet = (vault: Y.Doc, _input: undefined): StandingSheet | undefined => {
  const standing = sheets(vault).at(-1)
  vault.transact(() => {
    retire(vault, sheets(vault).slice(0, -1))
    tellOlderVersions(vault)
  })
  return standing === undefined
    ? undefined
    : { key: fromBase64UrlEncoded(standing.key), by: standing.by }
}

export const confirmRecoverySheet = (vault: Y.Doc, at: string): void => {
  recoveryOf(vault).set('seenAt', at)
}

export const readRecovery = (vault: Y.Doc): RecoveryState => {
  const standing = sheets(vault).at(-1)
  return {
    known: standing !== undefined,
    sheet: standing?.mark ?? '',
    keptAt: standing?.at ?? stamp(recoveryOf(vault).get('keptAt')),
    seenAt: stamp(recoveryOf(vault).get('seenAt')),
  }
}

/** What a laptop's header opens with, as that laptop noted it. */
export interface HeaderNote {
  /** The mark of its sheet; '' while it is not known. */
  readonly sheet: string
  /** When its passphrase was last changed there; '' when it never was. */
  readonly passphraseOn: string
}

const headersOf = (vault: Y.Doc): Y.Map<unknown> => vault.getMap('headers')
const NO_NOTE: HeaderNote = { sheet: '', passphraseOn: '' }
const Note = v.object({ sheet: v.string(), passphraseOn: v.string() })

const readNote = (value: unknown): HeaderNote => {
  const note = v.safeParse(Note, value)
  return note.success ? note.output : NO_NOTE
}

export const readHeaders = (vault: Y.Doc): Readonly<Record<string, HeaderNote>> =>
  Object.fromEntries([...headersOf(vault)].map(([device, value]) => [device, readNote(value)]))

export const noteHeader = (
  vault: Y.Doc,
  { device, ...next }: { readonly device: string } & Partial<HeaderNote>,
): void => {
  const before = readNote(headersOf(vault).get(device))
  const note = { ...before, ...next }
  if (note.sheet !== before.sheet || note.passphraseOn !== before.passphraseOn)
    headersOf(vault).set(device, note)
}

const HALF_A_YEAR_MS = 182 * 24 * 3600_000

/** Twice a year, gently: whether it is time to ask for the sheet. */
export const asksForSheet = (
  { keptAt, seenAt }: Omit<RecoveryState, 'sheet'>,
  now: number,
): boolean => {
  const last = Math.max(Date.parse(keptAt) || 0, Date.parse(seenAt) || 0)
  return last > 0 && now - last > HALF_A_YEAR_MS
}
