/** What the system's own dialogs answer from now on: no test can click in them. */
import type { ElectronApplication } from 'playwright/test'

type App = Pick<ElectronApplication, 'evaluate'>

/** Every file that is saved goes here. */
export const answerSave = (app: App, path: string): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)

/** Whoever is asked for a folder chooses this one. */
export const answerFolder = (app: App, path: string): Promise<void> =>
  app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] })
  }, path)
