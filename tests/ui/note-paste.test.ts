// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { cleanHtml } from '../../src-renderer/features/notes/note-paste'

test('what Word keeps in comments stays out, and nothing but their beginnings is gone through once', () => {
  const page =
    '<!--[if gte mso 9]><xml>for Word</xml><![endif]--><p>Words<![if !supportLists]>, more<![endif]></p>'
  expect(cleanHtml(page).html.replace(/<!--.*?-->/g, '')).toBe('<p>Words, more</p>')
  expect(cleanHtml('<!--[if'.repeat(100_000)).pictures).toBe(false)
})
