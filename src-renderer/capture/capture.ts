/**
 * The capture window: type, Enter, gone. What is typed is sealed here, to the vault's public key, before it leaves
 * the page; this page cannot read it back. Plain elements: it must be on the screen at once.
 */
import { newId } from '../../shared/base/id'
import '@fontsource-variable/source-sans-3/index.css'
import './capture.css'
import sodium from 'libsodium-wrappers-sumo'
import { type CaptureWords, KEY } from '../../shared/bridge/capture-words'
import { sealLetter } from '../../shared/vault/letter-box'
import { captureOf, type Named } from './whom-about'

interface Bridge {
  readonly save: (box: Uint8Array) => Promise<string | null>
  readonly hide: () => Promise<void>
  readonly onOpened: (
    handler: (state: {
      readonly key: string | null
      readonly unlocked: boolean
      /** The vault locks, or the app quits: nothing that was typed stays here. */
      readonly leaves: boolean
      readonly words: CaptureWords
    }) => void,
  ) => void
}
declare global {
  interface Window {
    readonly capture: Bridge
  }
}

const element = <T extends HTMLElement>(id: string, type: new () => T): T => {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error(`capture.html has no ${id}`)
  return found
}

const form = element('capture', HTMLFormElement)
const text = element('text', HTMLInputElement)
const about = element('about', HTMLInputElement)
const list = element('mentees', HTMLDataListElement)
const state = element('state', HTMLParagraphElement)
const label = element('label', HTMLLabelElement)
const keys = element('keys', HTMLParagraphElement)

let key: string | null = null
let unlocked = false
let mentees: readonly Named[] = []
let words: CaptureWords | undefined

const say = (said: string, problem = false): void => {
  state.textContent = said
  state.classList.toggle('problem', problem)
}

const showMentees = (next: readonly Named[]): void => {
  mentees = next
  about.hidden = next.length === 0
  if (next.length === 0) about.value = ''
  list.replaceChildren(
    ...next.map(({ name }) => {
      const option = document.createElement('option')
      option.value = name
      return option
    }),
  )
}

window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== 'confidant:capture-port') return
  const [port] = event.ports
  if (port === undefined) return
  port.onmessage = ({ data }: { readonly data: readonly Named[] }) => showMentees(data)
})

const speak = (said: CaptureWords): void => {
  words = said
  document.documentElement.lang = said.language
  label.textContent = said.label
  text.placeholder = said.placeholder
  about.setAttribute('aria-label', said.about)
  about.placeholder = said.aboutOptional
  keys.replaceChildren(
    ...said.keys.split(KEY).map((part, at) => {
      if (at % 2 === 0) return part
      const cap = document.createElement('kbd')
      cap.textContent = part
      return cap
    }),
  )
}

const save = async (): Promise<void> => {
  const typed = text.value.trim()
  const whom = about.value.trim()
  if (typed === '' || key === null || words === undefined) return
  const captured = captureOf(typed, whom, mentees)
  // Taken out at once: a second Enter does not save it twice, and what is typed while the disk takes it is the next one.
  text.value = ''
  about.value = ''
  await sodium.ready
  const box = sealLetter(key, {
    kind: 'capture',
    id: newId(),
    ...captured,
    at: new Date().toISOString(),
  })
  const problem = await window.capture.save(box).catch(() => 'disk-error')
  if (problem !== null) {
    text.value = `${typed} ${text.value}`.trimEnd()
    about.value = whom
    say(problem === 'disk-full' ? words.diskFull : words.diskError, true)
    return
  }
  if (text.value === '') await window.capture.hide()
}

/**
 * What was typed and left waits here while the vault is open. Otherwise whoever opens the window next would read it: it
 * goes into the inbox.
 */
const leave = async (putIn: boolean): Promise<void> => {
  if (putIn) await save()
  await window.capture.hide()
}

window.capture.onOpened((opened) => {
  key = opened.key
  unlocked = opened.unlocked
  speak(opened.words)
  // Before the names go, by which it is known whom it is about.
  if (opened.leaves) void leave(true)
  if (!opened.unlocked) showMentees([])
  say(key === null ? opened.words.notYet : opened.unlocked ? '' : opened.words.locked, key === null)
  text.focus()
})

form.addEventListener('submit', (event) => event.preventDefault())
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') void leave(!unlocked)
  // A form of two fields without a button does not submit itself.
  if (event.key === 'Enter' && !event.isComposing) void save()
})
