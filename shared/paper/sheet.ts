/**
 * A paper sheet that is filled in by hand and read by the laptop's camera.
 *
 * A sheet is printed where it belongs and read in at the same place, so what it is about is known there and need not
 * stand on it: its QR code says which sheet it is, in which layout, and a checksum over what it asks. No name, no record
 * and no answer is in it. Another sheet than those that are expected is refused by that code: one with other words, of
 * another session, or printed before the list on it changed.
 *
 * Printing and reading share the layout here: places in millimetres from the sheet's upper left corner. How large a
 * printer makes a millimetre does not matter, since everything is read relative to the four corner marks: Letter, A4 and
 * "fit to page" are alike.
 */
import encodeQR from 'qr'

export interface Point {
  readonly x: number
  readonly y: number
}

/** What reading has to know of a sheet. */
export interface SheetShape {
  /** The text of the QR code. */
  readonly code: string
  readonly questions: number
  readonly choices: number
  /** A grid has a question a row; a list has its one question's answers below each other, each a sentence. */
  readonly arranged: 'grid' | 'list'
}

/** A sheet with its words, to be printed. */
export interface Sheet extends SheetShape {
  readonly title: string
  /** What is said before the questions. */
  readonly intro: readonly string[]
  readonly asked: readonly string[]
  /** A sign, such as a number, and words; either may be empty. */
  readonly answers: readonly (readonly [sign: string, words: string])[]
  /** Answered by hand below the rows: printed with room to write, and read by nobody but people. */
  readonly lines?: readonly string[]
  /** Whose words they are; empty for ours. */
  readonly source: string
}

/** Of the places below: a change of any of them is another layout, and sheets of the old one are refused. */
const LAYOUT = 1

/** Within the margins of either paper (src-main/window/pdf.ts), on one page with its number below. */
export const WIDTH = 172
export const HEIGHT = 236

/** The corner marks: black squares, here by their middles, clockwise from the upper left. */
export const MARK = 7
export const MARKS: readonly [Point, Point, Point, Point] = [
  { x: 4, y: 4 },
  { x: 168, y: 4 },
  { x: 168, y: 232 },
  { x: 4, y: 232 },
]

/** Version 1 of a QR code: 15 letters and digits fit at its second highest correction. */
const MODULES = 21
const MODULE = 1.6
export const QR_AT: Point = { x: 121, y: 11 }
export const QR_SIZE = MODULES * MODULE
/** The middles of its three finder patterns: upper left, upper right, lower left. */
const FINDER = 3.5 * MODULE
export const FINDERS: readonly [Point, Point, Point] = [
  { x: QR_AT.x + FINDER, y: QR_AT.y + FINDER },
  { x: QR_AT.x + QR_SIZE - FINDER, y: QR_AT.y + FINDER },
  { x: QR_AT.x + FINDER, y: QR_AT.y + QR_SIZE - FINDER },
]

/** A box to be marked: the square within its frame's middle line. */
export const BOX = 5.5
/** Where words begin and boxes end, where the answers' names and the first row begin, and how far down rows may go. */
export const LEFT = 12
export const RIGHT = 162
export const HEAD_TOP = 46
export const ROWS_TOP = 60
export const ROWS_BOTTOM = 222
const HIGHEST_ROW = 16
/** More rows than this are on a further sheet: each stays as high as a box and the space that a stroke needs. */
export const MOST_ROWS = 15

/** How far the middles of neighbouring boxes are apart, across and down. */
export const pitchOf = ({ questions, choices, arranged }: SheetShape): Point => {
  const rows = arranged === 'grid' ? questions : choices
  return {
    x: Math.min(14, 100 / choices),
    y: Math.min(HIGHEST_ROW, (ROWS_BOTTOM - ROWS_TOP) / rows),
  }
}

/** The middles of its boxes: of each question, of each answer. */
export const boxesOf = (shape: SheetShape): readonly (readonly Point[])[] => {
  const { x, y } = pitchOf(shape)
  const each = <Of>(count: number, of: (place: number) => Of): readonly Of[] =>
    Array.from({ length: count }, (_, place) => of(place))
  return each(shape.questions, (question) =>
    each(shape.choices, (choice) =>
      shape.arranged === 'grid'
        ? { x: RIGHT - (shape.choices - choice - 0.5) * x, y: ROWS_TOP + (question + 0.5) * y }
        : { x: LEFT + BOX / 2, y: ROWS_TOP + (choice + 0.5) * y },
    ),
  )
}

/** The part with the questions: what is shown beside the answers that were read. */
export const partOf = (
  shape: SheetShape,
): Point & { readonly width: number; readonly height: number } => {
  const rows = shape.arranged === 'grid' ? shape.questions : shape.choices
  const [x, y] = [LEFT - 4, HEAD_TOP]
  return { x, y, width: RIGHT + 4 - x, height: ROWS_TOP + rows * pitchOf(shape).y - y }
}

/** 32 bits of FNV-1a, as eight digits: it tells sheets apart, and protects nothing. */
const checksum = (text: string): string => {
  let hash = 0x811c9dc5
  for (const unit of new TextEncoder().encode(text)) hash = Math.imul(hash ^ unit, 0x01000193)
  return (hash >>> 0).toString(16).toUpperCase().padStart(8, '0')
}

/** The text of a sheet's QR code. `name`: four capital letters or digits; `asks`: whatever makes it another sheet. */
export const codeOf = (name: string, asks: readonly string[]): string =>
  `CF${LAYOUT}${name}${checksum(JSON.stringify(asks))}`

/** Whether a QR code is of a sheet of ours, whichever. */
export const isCode = (text: string): boolean => /^CF\d[0-9A-Z]{4}[0-9A-F]{8}$/.test(text)

/** The QR code, row by row: true is black. */
export const modulesOf = (code: string): readonly (readonly boolean[])[] =>
  encodeQR(code, 'raw', { ecc: 'quartile', version: 1, border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1))
