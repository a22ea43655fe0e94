/**
 * What a file from outside may cost: whoever sends one decides what is in it, so each limit counts what is really
 * there and believes nothing that the file says of itself. Far above what a coach has, far below what stops a laptop.
 */
export const MOST_FILE_BYTES = 20 * 1024 * 1024
/** Of all files that are chosen at once, archives as they are inflated. */
export const MOST_BATCH_BYTES = 200 * 1024 * 1024
export const MOST_BATCH_FILES = 5000
/** Of one text: paragraphs, list items and the like; a long book has some ten thousand. */
export const MOST_ELEMENTS = 50_000
export const DEEPEST = 100
/** Of one text: a thousand pages. */
export const MOST_CHARACTERS = 2_000_000

/** Thrown by a parser's callbacks, where a result cannot be handed back. */
export class TooMuch extends Error {}
