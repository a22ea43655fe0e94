/** The recovery sheet: the one page that a coach keeps on paper, away from the laptop. */

import { randomUUID } from 'node:crypto'
import { BrowserWindow } from 'electron'
import { ok, type Result } from '../../shared/base/result'
import type { RecoverySheet, WriteProblem } from '../../shared/bridge/host'
import { languageNow, t } from '../../shared/words/words'
import { askWhere, writeWhole } from './save-file'

export interface RecoverySheets {
  readonly pages: ReadonlyMap<string, string>
  readonly save: (sheet: RecoverySheet) => Promise<Result<boolean, WriteProblem>>
  readonly print: (sheet: RecoverySheet) => Promise<boolean>
}

/** The values were checked on arrival (host.ts): letters, digits and dashes only. */
const toHtml = ({ groups, vaultId, createdAt }: RecoverySheet): string => `<!doctype html>
<html lang="${languageNow()}"><head><meta charset="utf-8"><title>${t('recoverySheet.title')}</title><style>
@page { margin: 24mm }
body { font: 12pt/1.5 'Source Sans 3', 'Segoe UI', 'Helvetica Neue', sans-serif; color: #22302f }
h1 { font-size: 22pt; margin: 0 0 4mm } p { max-width: 150mm }
ol { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 12mm; padding: 6mm; border: 1pt solid #88a; border-radius: 3mm; list-style-position: inside }
li { font: 16pt/1.6 'DejaVu Sans Mono', Consolas, monospace; letter-spacing: .12em } small { color: #556 }
</style></head><body>
<h1>${t('recoverySheet.title')}</h1>
<p>${t('recoverySheet.whatItOpens')}</p>
<ol>${groups.map((group) => `<li>${group}</li>`).join('')}</ol>
<p>${t('recoverySheet.howToUse', { button: `<b>${t('unlock.useRecoveryKey')}</b>` })}</p>
<p><small>${t('recoverySheet.madeOn', { vault: vaultId, day: createdAt.slice(0, 10) })}</small></p>
</body></html>`

export const createRecoverySheets = (parent: () => BrowserWindow | undefined): RecoverySheets => {
  const pages = new Map<string, string>()

  const withPage = async <T>(
    sheet: RecoverySheet,
    use: (window: BrowserWindow) => Promise<T>,
  ): Promise<T> => {
    const id = randomUUID()
    pages.set(id, toHtml(sheet))
    const window = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: true, javascript: false },
    })
    try {
      await window.loadURL(`app://print/${id}`)
      return await use(window)
    } finally {
      pages.delete(id)
      window.destroy()
    }
  }

  return {
    pages,
    save: async (sheet) => {
      const filePath = await askWhere(parent(), t('recoverySheet.fileName'))
      if (filePath === undefined) return ok(false)
      const pdf = await withPage(sheet, (window) =>
        window.webContents.printToPDF({ printBackground: true }),
      )
      return writeWhole(filePath, pdf)
    },
    print: (sheet) =>
      withPage(
        sheet,
        (window) =>
          new Promise((resolve) => window.webContents.print({}, (success) => resolve(success))),
      ),
  }
}
