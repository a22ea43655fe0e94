/**
 * The pseudo-locale: what a text that did not come from the catalogue, or a place too narrow for a longer language,
 * looks like on the screen. Gaps (`{{name}}`) stay as they are.
 */
const FROM = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const TO = 'àƀçđéƒĝħîĵķļɱñöþǫŕšţûṽŵẋýžÀƁÇĐÉƑĜĦÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ'
const LONGER = 0.3

const accented = (text: string): string =>
  [...text].map((character) => [...TO][FROM.indexOf(character)] ?? character).join('')

export const pseudo = (text: string): string => {
  const longer = text
    .split(/(\{\{\w+\}\})/)
    .map((part) => (part.startsWith('{{') ? part : accented(part)))
    .join('')
  return `[${longer}${'·'.repeat(Math.ceil(text.length * LONGER))}]`
}

export const toPseudo = (catalogue: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, pseudo(text)]))
