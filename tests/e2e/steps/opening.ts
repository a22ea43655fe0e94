/** One place where things open, and how each is told. */
export interface Opening {
  /** Keys, or the names of the buttons and menu items that are clicked one after the other; a tab as `tab: Goals`. */
  readonly by: string | readonly string[]
  /** Role and the beginning of the name of what has the focus then. */
  readonly caret: string
  /** Typing at once writes there. */
  readonly writes?: true
  /** What it is: a dialog or menu is closed by Escape, and gives the focus back. */
  readonly is: 'dialog' | 'menu' | 'place'
}

export interface Place {
  readonly place: string
  /** Names of buttons that lead there, and of a row or tab; `prove: …` gives the passphrase that is asked for. */
  readonly go: readonly string[]
  readonly openings: readonly Opening[]
}

export const dialog = (by: Opening['by'], caret: string, writes?: true): Opening => ({
  by,
  caret,
  is: 'dialog',
  ...(writes === undefined ? {} : { writes }),
})
export const menu = (by: Opening['by'], caret: string): Opening => ({ by, caret, is: 'menu' })
export const MENTEE = ['Mentees', 'row: Amara Osei'] as const
export const tab = (name: string): readonly string[] => [...MENTEE, `tab: ${name}`]
