/** The recovery sheet: the one page that a coach keeps on paper, away from the laptop. */
import { randomUUID } from 'node:crypto'
import { BrowserWindow } from 'electron'
import { ok, type Result } from '../../shared/base/result'
import type { RecoverySheet, WriteProblem } from '../../shared/bridge/host'
import { askWhere, writeWhole } from './save-file'

export interface RecoverySheets {
  readonly pages: ReadonlyMap<string, string>
  readonly save: (sheet: RecoverySheet) => Promise<Result<boolean, WriteProblem>>
  readonly print: (sheet: RecoverySheet) => Promise<boolean>
}

/** The values were checked on arrival (host.ts): letters, digits and dashes only. */
const toHtml = ({ groups, vaultId, createdAt }: RecoverySheet): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Confidant recovery sheet</title><style>
@page { margin: 24mm }
body { font: 12pt/1.5 'Source Sans 3', 'Segoe UI', 'Helvetica Neue', sans-serif; color: #22302f }
h1 { font-size: 22pt; margin: 0 0 4mm } p { max-width: 150mm }
ol { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 12mm; padding: 6mm; border: 1pt solid #88a; border-radius: 3mm; list-style-position: inside }
li { font: 16pt/1.6 'DejaVu Sans Mono', Consolas, monospace; letter-spacing: .12em } small { color: #556 }
</style></head><body>
<h1>Confidant recovery sheet</h1>
<p>This key opens your Confidant vault if you forget the passphrase. Anyone who has it and your laptop can read
your notes: keep it where you keep a passport, not with the laptop and not as a photo.</p>
<ol>${groups.map((group) => `<li>${group}</li>`).join('')}</ol>
<p>To use it: open Confidant, choose <b>Use recovery key</b>, and type the groups in order. Capital and small letters
do not matter. The last character of each group checks that group.</p>
<p><small>Vault ${vaultId} · made ${createdAt.slice(0, 10)}</small></p>
</body></html>`

export const createRecoverySheets = (parent: () => BrowserWindow | undefined): RecoverySheets => {
  const pages = new Map<string, string>()

  const withPage = async <T>(
    sheet: RecoverySheet,
    use: (window: BrowserWindow) => Promise<T>,
  ): Promise<T> => {
    const id = randomUUID()
    pages.set(id, toHtml(sheet))
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: false } })
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
      const filePath = await askWhere(parent(), 'Confidant recovery sheet.pdf')
      if (filePath === undefined) return ok(false)
      const pdf = await withPage(sheet, (window) => window.webContents.printToPDF({ printBackground: true }))
      return writeWhole(filePath, pdf)
    },
    print: (sheet) =>
      withPage(
        sheet,
        (window) => new Promise((resolve) => window.webContents.print({}, (success) => resolve(success))),
      ),
  }
}
