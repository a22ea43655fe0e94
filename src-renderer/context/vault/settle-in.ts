/** What follows an unlock: the record of access, the letter box, the laptops that came and went. */
import { currentRecords } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { initialsOf } from '../../../shared/views/presenting'
import { t } from '../../../shared/words/words'
import type { AccessKind } from '../../store/disk/access-log'
import { followRecoverySheet, type RecoverySheets } from '../../store/session/recovery-sheet'
import type { VaultSession } from '../../store/session/vault-session'
import { warn } from '../../ui/notice'
import { host, useApp } from '../app-state'
import { startDays } from '../days'
import { openReminder } from '../reminders'
import { forgetTypingOfErased } from '../typing/kept-typing'
import { startBackups } from './backups'
import { useSheets } from './recovery-sheet'

/** Laptops as the record of access knows them: `id name` in an entry's detail. */
const noteLaptops = async ({ log, model, device }: VaultSession): Promise<void> => {
  const known = new Map<string, string>()
  for (const { kind, detail } of [...(await log.read())].reverse()) {
    const [id = ''] = detail.split(' ', 1)
    if (kind === 'laptop-added') known.set(id, detail)
    if (kind === 'laptop-gone') known.delete(id)
  }
  const now = model.getState().vault.devices
  for (const [id, name] of Object.entries(now))
    if (!known.has(id) && id !== device) await log.add('laptop-added', `${id} ${name}`)
  for (const [id, detail] of known) if (now[id] === undefined) await log.add('laptop-gone', detail)
}

const keepLetterBoxKey = async (session: VaultSession): Promise<void> => {
  const { environment } = useApp.getState()
  const known = environment?.letterBoxKey ?? null
  if (known === session.letterBoxKey) return
  await host.laptop.setLetterBoxKey(session.letterBoxKey)
  if (environment !== undefined)
    useApp.setState({ environment: { ...environment, letterBoxKey: session.letterBoxKey } })
  // None before, or the one of the epoch before a laptop was removed.
  if (known === null || session.formerLetterBoxKeys.includes(known)) return
  await session.log.add('letter-box-changed')
  warn({
    color: 'red',
    title: t('afterUnlock.captureKey'),
    message: t('afterUnlock.captureKeyText'),
  })
}

/** A sheet that was replaced on another laptop opens the vault here, too, from the moment that this one hears of it. */
const followSheet = (session: VaultSession): RecoverySheets => {
  const sheets = followRecoverySheet(session, async () => {
    await session.log.add('recovery-replaced', t('log.onAnotherLaptop'))
    warn({
      title: t('afterUnlock.sheetReplaced'),
      message: t('afterUnlock.sheetReplacedText'),
    })
  })
  useSheets.setState(sheets)
  return sheets
}

/** Tells the capture window whom a capture may be about, from page to page. */
const answerCaptureWindow = (session: VaultSession): void => {
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.data !== 'confidant:capture-port') return
    const { presenting } = useApp.getState()
    event.ports[0]?.postMessage(
      currentRecords(session.model.getState().records).map(({ id, mentee }) => ({
        id,
        name: presenting ? initialsOf(displayName(mentee)) : displayName(mentee),
      })),
    )
  })
}

/** Each by itself, so that one that fails keeps no other from being done; then the first failure is said (unexpected.ts). */
const oneByOne = async (steps: readonly (() => Promise<unknown>)[]): Promise<void> => {
  const failures: unknown[] = []
  for (const step of steps) await step().catch((failure: unknown) => failures.push(failure))
  if (failures.length > 0) throw failures[0]
}

export const settleIn = async (
  session: VaultSession,
  how: AccessKind | undefined,
): Promise<void> => {
  const sheets = followSheet(session)
  answerCaptureWindow(session)
  forgetTypingOfErased(session)
  startDays(session)
  startBackups(session)
  if (how === 'unlocked-recovery')
    warn({
      title: t('afterUnlock.choosePassphrase'),
      message: t('afterUnlock.choosePassphraseText'),
    })
  await oneByOne([
    () => keepLetterBoxKey(session),
    async () => (how === undefined ? undefined : session.log.add(how)),
    session.takeLetters,
    () => openReminder(session),
    () => noteLaptops(session),
    sheets.followed,
    () => session.history.tend('daily'),
  ])
}
