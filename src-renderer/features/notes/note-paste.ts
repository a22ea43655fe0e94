/**
 * What is pasted or dropped into a note. The schema takes the words and their structure and nothing else; Word's
 * lists, which are paragraphs with a bullet in them, are made lists first. Pictures are refused, and the coach is
 * told why.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { t } from '../../../shared/words'
import { offerNote } from '../../ui/undo'

const REFUSED = t('notePaste.picturesCannotBeKeptInA')

const LIST_ITEM = /mso-list:\s*l\d+\s+level(\d+)/
const NUMBERED = /^\s*(\d+|[a-zA-Z])[.)]/

/** Word writes a list item as a paragraph of class MsoListParagraph with its bullet as text. */
const wordLists = (page: Document): void => {
  let list: HTMLElement | undefined
  for (const paragraph of [...page.querySelectorAll('p')]) {
    if (!LIST_ITEM.test(paragraph.getAttribute('style') ?? '')) {
      list = undefined
      continue
    }
    for (const bullet of paragraph.querySelectorAll(
      '[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]',
    )) {
      if (list === undefined && NUMBERED.test(bullet.textContent ?? '')) list = page.createElement('ol')
      bullet.remove()
    }
    list ??= page.createElement('ul')
    if (list.parentNode === null) paragraph.before(list)
    const item = page.createElement('li')
    item.append(...paragraph.childNodes)
    list.append(item)
    paragraph.remove()
  }
}

const hasPicture = (page: Document): boolean =>
  page.querySelector('img, picture, svg, v\\:imagedata, object, video') !== null

/** The same page with Word's and browsers' own doings taken out; nothing in it is ever loaded or run. */
export const cleanHtml = (html: string): { readonly html: string; readonly pictures: boolean } => {
  // What only Word understands stands in comments, which no note keeps.
  const page = new DOMParser().parseFromString(html, 'text/html')
  const pictures = hasPicture(page)
  for (const one of page.querySelectorAll(
    'style, script, meta, link, title, o\\:p, img, picture, svg, object, video',
  ))
    one.remove()
  wordLists(page)
  // Word and mail write empty paragraphs for space between others.
  for (const paragraph of page.querySelectorAll('p'))
    if ((paragraph.textContent ?? '').replace(/\u00a0/g, ' ').trim() === '') paragraph.remove()
  return { html: page.body.innerHTML, pictures }
}

const hasImageFile = (files: FileList | undefined): boolean =>
  [...(files ?? [])].some(({ type }) => type.startsWith('image/'))

export const NotePaste = Extension.create({
  name: 'notePaste',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPastedHTML: (html) => {
          const clean = cleanHtml(html)
          if (clean.pictures) offerNote(REFUSED)
          return clean.html
        },
        handlePaste: (_view, event) => {
          // A page from a program comes with a picture of itself: its words count.
          const data = event.clipboardData
          if (!hasImageFile(data?.files) || (data?.getData('text/plain') ?? '') !== '') return false
          offerNote(REFUSED)
          return true
        },
        handleDrop: (_view, event) => {
          if (!hasImageFile(event.dataTransfer?.files)) return false
          event.preventDefault()
          offerNote(REFUSED)
          return true
        },
      },
    }),
  ],
})
