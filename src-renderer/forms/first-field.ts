/**
 * The first field of a dialog, ready for the first key. `autoFocus` is in the same moment as the click that opened it;
 * the dialog's focus trap comes to `data-autofocus` a moment later, and whoever types at once would lose a letter.
 */
export const firstField = {
  autoFocus: true,
  'data-autofocus': true,
  'data-first-field': true,
} as const
