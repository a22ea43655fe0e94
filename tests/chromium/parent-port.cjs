// Electron's utility process has its parent at `process.parentPort`; a process forked by Node has it at itself.
Object.assign(process, {
  parentPort: {
    /** @type {(event: string, listener: (message: { data: unknown }) => void) => unknown} */
    on: (event, listener) => process.on(event, (data) => listener({ data })),
    /** @type {(message: unknown) => unknown} */
    postMessage: (message) => process.send?.(message),
  },
})
