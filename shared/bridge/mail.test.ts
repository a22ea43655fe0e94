/** The address of a message: what is in it, and that nothing else can be made of it. */
import { expect, test } from 'vitest'
import { fitsMail, mailAddress } from './mail'

const MAIL = {
  to: 'amara@example.edu',
  subject: 'Our meeting',
  body: 'Hello Amara,\nsee you & me?',
}

test('its parts are parts of a message, and never more than they are', () => {
  expect(mailAddress(MAIL)).toBe(
    'mailto:amara@example.edu?subject=Our%20meeting&body=Hello%20Amara%2C%0D%0Asee%20you%20%26%20me%3F',
  )
  const sly = mailAddress({ ...MAIL, to: 'a@b.c?bcc=x@y.z', subject: 'x&attach=/etc/passwd' })
  const url = new URL(sly)
  expect(url.protocol).toBe('mailto:')
  expect([...url.searchParams.keys()]).toEqual(['subject', 'body'])
  expect(mailAddress({ ...MAIL, body: '\uD83D' })).toContain('%EF%BF%BD')
})

test('what is too long for one system is too long', () => {
  expect(fitsMail(MAIL)).toBe(true)
  expect(fitsMail({ ...MAIL, body: 'long '.repeat(500) })).toBe(false)
})
