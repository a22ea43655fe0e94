/**
 * Updates, from a server that the school or the coach has set, or none. Main asks it for the signed list (release-list.ts)
 * a minute after the start and once a day; the coach is asked before anything is fetched; what was fetched and checked
 * is installed when the app is quit, once everything is saved and the vault was copied. Whether it worked shows at the
 * next start, by the version that then runs, and by nothing that an installer says (docs/decisions/0035).
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostScope } from '../../shared/bridge/host'
import type {
  OfferedRelease,
  UpdateProblem,
  UpdateState,
  UpdateStep,
  UpdatesOff,
} from '../../shared/bridge/updates'
import type { Profile, ProfileState } from '../disk/profile'
import { type Ask, fetchFile, fetchList, isFileAsListed } from './fetching'
import { type FoundRelease, isNewer, newestFor, readReleaseList, type Target } from './release-list'

const FIRST_ASKED_MS = 60_000
const ASKED_EVERY_MS = 24 * 60 * 60_000

export interface UpdateParts {
  /** Under what the school has set. */
  readonly profile: Profile
  readonly isForbidden: boolean
  readonly version: string
  /** What this Confidant was installed from; nothing when from nothing that can be replaced. */
  readonly target: Target | undefined
  readonly keys: readonly string[]
  /** Where what was fetched is kept until it is installed. */
  readonly folder: string
  readonly ask: Ask
  /** Copies the vault as it is now. */
  readonly copyVault: () => Promise<void>
  /** Hands the file to the system; it ends this app if it has to. */
  readonly install: (path: string, found: FoundRelease) => Promise<void>
  /** Something newer was found: the page may say so. */
  readonly onOffered: () => void
  readonly now: () => number
  readonly silenceMs?: number | undefined
}

export interface Updates {
  readonly answers: HostScope<'updates'>
  /** At the start: what came of the last installation, and when to ask. */
  readonly begin: () => Promise<void>
  /** When the app is quit; `saved` says that nothing is owed to the disk. */
  readonly end: (saved: boolean) => Promise<void>
}

type Now =
  | { readonly step: 'rest' | 'asking' }
  | { readonly step: 'offered' | 'ready'; readonly found: FoundRelease }
  | { readonly step: 'fetching'; readonly found: FoundRelease; readonly received: number }

const released = ({ version, notes, file }: FoundRelease): OfferedRelease => ({
  version,
  notes,
  bytes: file.bytes,
})
const shown = (now: Now): UpdateStep => {
  if (now.step === 'fetching')
    return { step: now.step, release: released(now.found), received: now.received }
  return 'found' in now ? { step: now.step, release: released(now.found) } : { step: now.step }
}

/** How it stands; changed by the functions below and by nothing else. */
interface Standing {
  now: Now
  askedAt: number | null
  problem: UpdateProblem | null
  /** Calls off what is being fetched. */
  ending: AbortController
  /** Ends with what is being fetched, and never with an error. */
  fetching: Promise<unknown>
}

const whyOff = (parts: UpdateParts): UpdatesOff | undefined => {
  if (parts.isForbidden) return 'by-school'
  if (parts.keys.length === 0) return 'no-key'
  if (parts.target === undefined) return 'not-installed'
  return parts.profile.get().updatesFrom === null ? 'no-address' : undefined
}

const stateOf = (parts: UpdateParts, { now, askedAt, problem }: Standing): UpdateState => {
  const why = whyOff(parts)
  const step = why === undefined ? shown(now) : { step: 'off' as const, why }
  return { ...step, address: parts.profile.get().updatesFrom, askedAt, problem }
}

const beside = ({ profile }: UpdateParts, name: string): string =>
  new URL(name, `${profile.get().updatesFrom?.replace(/\/+$/, '')}/`).href
const pathOf = ({ folder }: UpdateParts, { file }: FoundRelease): string => join(folder, file.name)

/** Asks for the list, when there is nothing that it could take the place of. */
const look = async (parts: UpdateParts, standing: Standing): Promise<void> => {
  const { target, keys, version } = parts
  if (whyOff(parts) !== undefined || target === undefined || standing.now.step !== 'rest') return
  const asking: Now = { step: 'asking' }
  standing.now = asking
  const list = await fetchList(parts.ask, beside(parts, 'releases.json'), parts.silenceMs)
  // Another address was set meanwhile: what this one says does not count.
  if (standing.now !== asking) return
  standing.now = { step: 'rest' }
  const read = list.ok ? readReleaseList(list.value, keys) : list
  standing.problem = read.ok ? null : read.error
  if (!read.ok) return
  standing.askedAt = parts.now()
  const found = newestFor(read.value, target, version)
  if (found === undefined) return
  // Fetched before, and not installed: the app was ended without being quit.
  const isHere = await isFileAsListed(pathOf(parts, found), found.file)
  standing.now = { step: isHere ? 'ready' : 'offered', found }
  parts.onOffered()
}

const fetchOffered = async (parts: UpdateParts, standing: Standing): Promise<void> => {
  if (standing.now.step !== 'offered') return
  const { found } = standing.now
  const { signal } = standing.ending
  standing.problem = null
  standing.now = { step: 'fetching', found, received: 0 }
  const from = beside(parts, found.file.name)
  const fetched = await fetchFile(parts.ask, from, found.file, pathOf(parts, found), {
    signal,
    silenceMs: parts.silenceMs,
    onReceived: (received) => {
      if (!signal.aborted) standing.now = { step: 'fetching', found, received }
    },
  })
  if (signal.aborted) return
  standing.now = { step: fetched.ok ? 'ready' : 'offered', found }
  if (!fetched.ok) standing.problem = fetched.error
}

/** Calls off what is under way; what was fetched goes. */
const drop = async (parts: UpdateParts, standing: Standing, next: Now): Promise<void> => {
  standing.ending.abort()
  standing.ending = new AbortController()
  standing.now = next
  // Else its last step could remove what the next one writes.
  await standing.fetching
  await rm(parts.folder, { recursive: true, force: true }).catch(() => undefined)
}

/** What came of the last installation shows by the version that runs now. */
const recall = async (parts: UpdateParts, standing: Standing): Promise<void> => {
  const { updating } = parts.profile.get()
  if (updating === null) return
  if (isNewer(updating.version, parts.version)) standing.problem = updating.problem
  else await drop(parts, standing, { step: 'rest' })
  parts.profile.set({ updating: null })
}

/** The last thing that is done. What it was doing is noted before, for the next start. */
const installReady = async (parts: UpdateParts, { now }: Standing): Promise<void> => {
  if (now.step !== 'ready' || whyOff(parts) !== undefined) return
  const { found } = now
  const note = (problem: NonNullable<ProfileState['updating']>['problem']): void =>
    parts.profile.set({ updating: { version: found.version, problem } })
  note('not-as-listed')
  if (!(await isFileAsListed(pathOf(parts, found), found.file))) return
  note('no-copy')
  await parts.copyVault()
  note('not-done')
  await parts.install(pathOf(parts, found), found)
}

export const createUpdates = (parts: UpdateParts): Updates => {
  const standing: Standing = {
    now: { step: 'rest' },
    askedAt: null,
    problem: null,
    ending: new AbortController(),
    fetching: Promise.resolve(),
  }
  const timers: NodeJS.Timeout[] = []
  const state = async (): Promise<UpdateState> => stateOf(parts, standing)
  return {
    answers: {
      state,
      look: () => look(parts, standing).then(state),
      // Its end is looked for, not waited for.
      fetch: async () => {
        standing.fetching = fetchOffered(parts, standing)
        return state()
      },
      drop: async () => {
        const { now } = standing
        if ('found' in now) await drop(parts, standing, { step: 'offered', found: now.found })
        return state()
      },
      setAddress: async (next) => {
        parts.profile.set({ updatesFrom: next })
        Object.assign(standing, { askedAt: null, problem: null })
        await drop(parts, standing, { step: 'rest' })
        await look(parts, standing)
        return state()
      },
    },
    begin: async () => {
      await recall(parts, standing)
      timers.push(setTimeout(() => void look(parts, standing), FIRST_ASKED_MS))
      timers.push(setInterval(() => void look(parts, standing), ASKED_EVERY_MS))
    },
    end: async (saved) => {
      for (const timer of timers) clearTimeout(timer)
      if (standing.now.step === 'fetching') standing.ending.abort()
      if (saved) await installReady(parts, standing)
    },
  }
}
