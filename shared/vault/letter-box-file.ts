/** What the main process needs to know of the letter box (vault/letter-box.ts), without its cryptography. */

/** The file's name in the sealed folder: as long as a record's id, and none. */
export const LETTER_BOX = 'letter-box'.padEnd(22, '-')
/** A captured thought, not an essay: characters. */
export const MOST_CAPTURED = 4000
