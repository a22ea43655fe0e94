/** The page as it is printed: on paper, or as a PDF in memory. Both are the page under print media. */
import type { BrowserWindow } from 'electron'
import type { Paper } from '../../shared/bridge/device-settings'

const INCH_MM = 25.4
const MARGIN = 18 / INCH_MM
const FOOT_MARGIN = 20 / INCH_MM

/** The number of the page, small, in the middle; Chromium fills the spans in. */
const FOOT =
  '<div style="width:100%;text-align:center;font-size:8px;font-family:sans-serif;color:#555"><span class="pageNumber"></span> / <span class="totalPages"></span></div>'

export const pageToPdf = (window: BrowserWindow, paper: Paper): Promise<Uint8Array> => {
  const options = {
    pageSize: paper,
    margins: { top: MARGIN, bottom: FOOT_MARGIN, left: MARGIN, right: MARGIN },
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: FOOT,
    printBackground: true,
    // Headings, lists and tables for a screen reader. Chromiums before 119 leave it out (the fallback runtime).
    generateTaggedPDF: true,
  }
  return window.webContents.printToPDF(options)
}

export const printWindow = (window: BrowserWindow): Promise<boolean> =>
  new Promise((resolve) => window.webContents.print({}, (success) => resolve(success)))
