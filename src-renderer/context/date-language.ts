/** The language of dates: names of months and days, and "3 weeks ago". */
import dayjs from 'dayjs'
import 'dayjs/locale/cs'
import 'dayjs/locale/da'
import 'dayjs/locale/de'
import 'dayjs/locale/en-gb'
import 'dayjs/locale/es'
import 'dayjs/locale/fi'
import 'dayjs/locale/fr'
import 'dayjs/locale/it'
import 'dayjs/locale/ja'
import 'dayjs/locale/ko'
import 'dayjs/locale/nb'
import 'dayjs/locale/nl'
import 'dayjs/locale/pl'
import 'dayjs/locale/pt'
import 'dayjs/locale/pt-br'
import 'dayjs/locale/sv'
import 'dayjs/locale/tr'
import 'dayjs/locale/zh-cn'
import { useApp } from './app-state'

/** Each under its own name. */
export const DATE_LANGUAGES: readonly (readonly [code: string, name: string])[] = [
  ['en', 'English (US)'],
  ['en-gb', 'English (UK)'],
  ['cs', 'Čeština'],
  ['da', 'Dansk'],
  ['de', 'Deutsch'],
  ['es', 'Español'],
  ['fr', 'Français'],
  ['it', 'Italiano'],
  ['nl', 'Nederlands'],
  ['nb', 'Norsk'],
  ['pl', 'Polski'],
  ['pt', 'Português'],
  ['pt-br', 'Português (Brasil)'],
  ['fi', 'Suomi'],
  ['sv', 'Svenska'],
  ['tr', 'Türkçe'],
  ['ja', '日本語'],
  ['ko', '한국어'],
  ['zh-cn', '简体中文'],
]

/** Has days written in the coach's language from this render on; returns the language's code. */
export const useDateLanguage = (): string => {
  const code = useApp(({ environment }) => environment?.settings.dateLanguage ?? 'en')
  if (dayjs.locale() !== code) dayjs.locale(code)
  return code
}
