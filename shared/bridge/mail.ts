/**
 * A message that is opened in the system's mail program. The page gives its parts, and main makes the address of them, so
 * that nothing but a message can be opened by it. Nothing is sent: the coach does that, there.
 */
export interface Mail {
  /** '' where the mentee's address is not known. */
  readonly to: string
  readonly subject: string
  readonly body: string
}

/** Windows hands a program 2,083 characters of an address at most (INTERNET_MAX_URL_LENGTH); others take more. */
const MOST_CHARACTERS = 2000

/** Half of a character, which no address can hold, is a sign that stands for one. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))

export const mailAddress = ({ to, subject, body }: Mail): string =>
  `mailto:${encoded(to).replaceAll('%40', '@')}?subject=${encoded(subject)}&body=${encoded(body.replace(/\r?\n/g, '\r\n'))}`

/** Whether every system hands all of it on; a longer one is copied instead. */
export const fitsMail = (mail: Mail): boolean => mailAddress(mail).length <= MOST_CHARACTERS
