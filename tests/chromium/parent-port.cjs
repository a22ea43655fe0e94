// Electron's utility process has its parent at `process.parentPort`; a process forked by Node has it at itself.
process.parentPort = {
  on: (event, listener) => process.on(event, (data) => listener({ data })),
  postMessage: (message) => process.send?.(message),
}
