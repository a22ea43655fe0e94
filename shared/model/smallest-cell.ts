/** With fewer people behind it a number could be somebody's own (views/small-cells.ts). */
export const SMALLEST_CELL = 5
