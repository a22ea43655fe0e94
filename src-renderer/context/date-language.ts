/**
 * The language of dates. What the app says itself goes through Intl (ui/days/day-words.ts); the calendars under the date
 * fields are Mantine's, which asks dayjs: of its languages the one in use is loaded.
 */
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { speakDays } from '../ui/days/day-words'
import { useApp } from './app-state'

interface DateLanguage {
  /** As dayjs and Intl call it. */
  readonly code: string
  /** Its own name for itself. */
  readonly name: string
  readonly load: () => Promise<unknown>
}

export const DATE_LANGUAGES: readonly DateLanguage[] = [
  { code: 'en', name: 'English (US)', load: () => Promise.resolve() },
  { code: 'en-gb', name: 'English (UK)', load: () => import('dayjs/locale/en-gb') },
  { code: 'cs', name: 'Čeština', load: () => import('dayjs/locale/cs') },
  { code: 'da', name: 'Dansk', load: () => import('dayjs/locale/da') },
  { code: 'de', name: 'Deutsch', load: () => import('dayjs/locale/de') },
  { code: 'es', name: 'Español', load: () => import('dayjs/locale/es') },
  { code: 'fr', name: 'Français', load: () => import('dayjs/locale/fr') },
  { code: 'it', name: 'Italiano', load: () => import('dayjs/locale/it') },
  { code: 'nl', name: 'Nederlands', load: () => import('dayjs/locale/nl') },
  { code: 'nb', name: 'Norsk', load: () => import('dayjs/locale/nb') },
  { code: 'pl', name: 'Polski', load: () => import('dayjs/locale/pl') },
  { code: 'pt', name: 'Português', load: () => import('dayjs/locale/pt') },
  { code: 'pt-br', name: 'Português (Brasil)', load: () => import('dayjs/locale/pt-br') },
  { code: 'fi', name: 'Suomi', load: () => import('dayjs/locale/fi') },
  { code: 'sv', name: 'Svenska', load: () => import('dayjs/locale/sv') },
  { code: 'tr', name: 'Türkçe', load: () => import('dayjs/locale/tr') },
  { code: 'ja', name: '日本語', load: () => import('dayjs/locale/ja') },
  { code: 'ko', name: '한국어', load: () => import('dayjs/locale/ko') },
  { code: 'zh-cn', name: '简体中文', load: () => import('dayjs/locale/zh-cn') },
]

/** A setting from elsewhere may name a language that is not among them: that is English. */
const languageOf = (code: string): DateLanguage | undefined =>
  DATE_LANGUAGES.find((language) => language.code === code)

/** Says days in the coach's language from this drawing on; `calendars` is the one the calendars have loaded. */
export const useDateLanguage = (): { readonly language: string; readonly calendars: string } => {
  const set = useApp(({ environment }) => environment?.settings.dateLanguage ?? 'en')
  const language = languageOf(set)?.code ?? 'en'
  const [calendars, setCalendars] = useState('en')
  speakDays(language)
  useEffect(() => {
    let late = false
    void languageOf(language)
      ?.load()
      .then(() => {
        if (late) return
        dayjs.locale(language)
        setCalendars(language)
      })
    return () => {
      late = true
    }
  }, [language])
  return { language, calendars }
}
