/**
 * What the page is told of updates (src-main/updates): main asks, checks and installs; the page only shows it, and says
 * what the coach has decided.
 */

/** Why this Confidant looks for no updates. */
export type UpdatesOff =
  /** No address is set. */
  | 'no-address'
  /** The school has turned them off. */
  | 'by-school'
  /** It was built without a key by which a release is known. */
  | 'no-key'
  /** It was not installed from anything that could be replaced: run from its source, or out of a folder. */
  | 'not-installed'

export type UpdateProblem =
  /** No answer, or none that is a list of releases. */
  | 'unreachable'
  /** The server sends elsewhere. */
  | 'elsewhere'
  /** The list is not signed with the key. */
  | 'not-signed'
  /** The file is not the one in the list: cut off, longer, or altered. */
  | 'not-as-listed'
  | 'disk-full'
  | 'disk-error'
  /** The vault could not be copied first, so nothing was installed. */
  | 'no-copy'
  /** It was handed to the system, and this is still the version of before. */
  | 'not-done'

export interface OfferedRelease {
  readonly version: string
  /** What is new in it, in the makers' words. */
  readonly notes: string
  readonly bytes: number
}

export type UpdateStep =
  | { readonly step: 'off'; readonly why: UpdatesOff }
  /** Nothing newer is known. */
  | { readonly step: 'rest' }
  | { readonly step: 'asking' }
  /** Nothing is fetched until the coach says so. */
  | { readonly step: 'offered'; readonly release: OfferedRelease }
  | { readonly step: 'fetching'; readonly release: OfferedRelease; readonly received: number }
  /** On the disk and checked: installed when the app is quit with everything saved. */
  | { readonly step: 'ready'; readonly release: OfferedRelease }

export type UpdateState = UpdateStep & {
  readonly address: string | null
  /** Milliseconds since 1970; null before the server has answered. */
  readonly askedAt: number | null
  readonly problem: UpdateProblem | null
}
