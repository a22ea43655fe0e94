/** TODO(merge): shared/import/html.ts reads what is pasted (branch forms); until it is here, the words alone. */
import { type Line, plainLine } from '../../../shared/note-text/delta'

export const readPastedHtml = (
  html: string,
): { readonly lines: readonly Line[]; readonly pictures: boolean } => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return {
    lines: (page.body.textContent ?? '')
      .split('\n')
      .map((words) => words.trim())
      .filter(Boolean)
      .map((words) => plainLine(words)),
    pictures: page.querySelector('img') !== null,
  }
}
