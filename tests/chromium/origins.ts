/**
 * The app's own scheme is Electron's to register; a browser has it as names below `localhost`, which are a secure
 * context, keep their storage from start to start, and lead to the server of main.ts.
 */
const SCHEME = /^app:\/\/([a-z]+)/
const SERVED = /^http:\/\/([a-z]+)\.localhost/

export const SERVED_ORIGIN = 'http://confidant.localhost'
/** Of the page that reads and writes the clipboard for main, and the only one that may. */
export const CLIPBOARD_ORIGIN = 'http://clipboard.localhost'

export const toServed = (url: string): string => url.replace(SCHEME, 'http://$1.localhost')
export const fromServed = (url: string): string => url.replace(SERVED, 'app://$1')
