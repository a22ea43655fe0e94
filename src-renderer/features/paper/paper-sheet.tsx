/**
 * A sheet that is filled in by hand and read by the camera, as it is printed: drawn in millimetres, where reading looks for
 * everything (shared/paper/sheet.ts).
 */
import {
  BOX,
  boxesOf,
  HEAD_TOP,
  HEIGHT,
  LEFT,
  MARK,
  MARKS,
  modulesOf,
  pitchOf,
  QR_AT,
  QR_SIZE,
  RIGHT,
  ROWS_BOTTOM,
  ROWS_TOP,
  type Sheet,
  WIDTH,
} from '../../../shared/paper/sheet'
import { modulesPath } from '../../ui/qr-code'
import classes from './paper-sheet.module.css'

/** What the code of a sheet is drawn in, however many modules it has. */
const Code = ({ code }: { readonly code: string }) => {
  const modules = modulesOf(code)
  return (
    <path
      d={modulesPath(modules)}
      transform={`translate(${QR_AT.x} ${QR_AT.y}) scale(${QR_SIZE / modules.length})`}
    />
  )
}

/** Words are laid out in tenths of a millimetre: letters of three pixels would be set on whole ones. */
const FINE = 10

const Words = ({
  x,
  y,
  width,
  height,
  className,
  children,
}: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly className: string | undefined
  readonly children: React.ReactNode
}) => (
  <foreignObject
    transform={`scale(${1 / FINE})`}
    x={x * FINE}
    y={y * FINE}
    width={width * FINE}
    height={height * FINE}
  >
    <div className={className}>{children}</div>
  </foreignObject>
)

/** Between a box and the words beside it. */
const GAP = 4

const Rows = ({ sheet }: { readonly sheet: Sheet }) => {
  const pitch = pitchOf(sheet)
  const boxes = boxesOf(sheet)
  const left = RIGHT - sheet.choices * pitch.x
  if (sheet.arranged === 'list')
    return (boxes[0] ?? []).map((box, place) => (
      <Words
        key={`${box.x}/${box.y}`}
        x={box.x + BOX / 2 + GAP}
        y={box.y - pitch.y / 2}
        width={RIGHT - box.x - BOX / 2 - GAP}
        height={pitch.y}
        className={classes.row}
      >
        <span>
          <b>{sheet.answers[place]?.[0]}</b> {sheet.answers[place]?.[1]}
        </span>
      </Words>
    ))
  return (
    <>
      {sheet.answers.map(([sign, words], place) => (
        <Words
          key={`${sign}/${words}`}
          x={left + place * pitch.x}
          y={HEAD_TOP}
          width={pitch.x}
          height={ROWS_TOP - HEAD_TOP}
          className={classes.head}
        >
          <b>{sign}</b>
          {words}
        </Words>
      ))}
      {boxes.map((row, place) => {
        const y = row[0]?.y ?? 0
        return (
          <g key={y}>
            <Words
              x={LEFT}
              y={y - pitch.y / 2}
              width={left - LEFT - GAP}
              height={pitch.y}
              className={classes.row}
            >
              {sheet.asked[place]}
            </Words>
            <line
              className={classes.rule}
              x1={LEFT}
              x2={RIGHT}
              y1={y + pitch.y / 2}
              y2={y + pitch.y / 2}
            />
          </g>
        )
      })}
    </>
  )
}

/** How far the rules to write on are apart, and how far the first is below its question, in millimetres. */
const RULE = 9
const QUESTION = 14

/** What is answered by hand, in what room the rows leave. */
const ByHand = ({ sheet, lines }: { readonly sheet: Sheet; readonly lines: readonly string[] }) => {
  const top = ROWS_TOP + sheet.questions * pitchOf(sheet).y + GAP
  const height = (ROWS_BOTTOM - top) / lines.length
  const rules = Math.max(1, Math.floor((height - QUESTION) / RULE) + 1)
  return lines.map((line, place) => (
    <g key={line}>
      <Words
        x={LEFT}
        y={top + place * height}
        width={RIGHT - LEFT}
        height={QUESTION / 2}
        className={classes.row}
      >
        {line}
      </Words>
      {Array.from({ length: rules }, (_, rule) => {
        const y = top + place * height + QUESTION + rule * RULE
        return <line key={y} className={classes.rule} x1={LEFT} x2={RIGHT} y1={y} y2={y} />
      })}
    </g>
  ))
}

export const PaperSheet = ({ sheet }: { readonly sheet: Sheet }) => (
  <svg
    className={classes.sheet}
    width={`${WIDTH}mm`}
    height={`${HEIGHT}mm`}
    viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
  >
    <title>{sheet.title}</title>
    {MARKS.map(({ x, y }) => (
      <rect key={`${x}/${y}`} x={x - MARK / 2} y={y - MARK / 2} width={MARK} height={MARK} />
    ))}
    <Code code={sheet.code} />
    <Words
      x={LEFT}
      y={10}
      width={QR_AT.x - LEFT - 6}
      height={HEAD_TOP - 10}
      className={classes.intro}
    >
      <h1>{sheet.title}</h1>
      {sheet.intro.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Words>
    <Rows sheet={sheet} />
    {sheet.lines !== undefined && <ByHand sheet={sheet} lines={sheet.lines} />}
    {boxesOf(sheet)
      .flat()
      .map(({ x, y }) => (
        <rect
          key={`${x}/${y}`}
          className={classes.box}
          x={x - BOX / 2}
          y={y - BOX / 2}
          width={BOX}
          height={BOX}
        />
      ))}
    <Words x={LEFT} y={224} width={RIGHT - LEFT} height={10} className={classes.source}>
      {sheet.source}
    </Words>
  </svg>
)
