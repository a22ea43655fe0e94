/** Which command lines a shipped app starts with (src-main/guard/switches.ts). */
import { expect, test } from 'vitest'
import { refusedSwitches } from './switches'

const refused = (argument: string, platform: NodeJS.Platform = 'linux') =>
  refusedSwitches([argument], platform, false)

test('every switch that opens the app to somebody else is refused by its name', () => {
  for (const argument of [
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect-brk=127.0.0.1:9229',
    '--js-flags=--allow-natives-syntax',
    '--require=/tmp/evil.js',
    '-r',
    '--ignore-certificate-errors',
    '--ignore-certificate-errors-spki-list=x',
    '--host-rules=MAP * elsewhere.example',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--proxy-server=elsewhere.example:80',
    '--log-net-log=/tmp/log.json',
    '--net-log-capture-mode=Everything',
    '--ssl-key-log-file=/tmp/keys',
    '--enable-logging',
    '--log-file=/tmp/log',
    '--vmodule=*=3',
    '--load-extension=/tmp/extension',
    '--disable-web-security',
    '--disable-site-isolation-trials',
    '--allow-running-insecure-content',
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--renderer-cmd-prefix=/tmp/evil',
    '--browser-subprocess-path=/tmp/evil',
    '--enable-features=Anything',
    '--disable-features=Anything',
    '--managed-settings=/tmp/mine.json',
    '--a-switch-of-a-chromium-to-come',
  ])
    expect(refused(argument), argument).toEqual([argument.replace(/^--?/, '').replace(/=.*$/s, '')])
})

test('a switch is found in every way that Chromium reads it', () => {
  for (const argument of [
    '-remote-debugging-port=1',
    ' --remote-debugging-port=1',
    '--Remote-Debugging-Port',
  ])
    expect(refused(argument), argument).toEqual(['remote-debugging-port'])
  expect(refused('/remote-debugging-port=1', 'win32')).toEqual(['remote-debugging-port'])
  expect(refusedSwitches(['--demo', 'a word', '--inspect', '--inspect=1'], 'linux', false)).toEqual(
    ['inspect'],
  )
})

test('the app’s own switches, those of the desktop, and words that are none are taken', () => {
  for (const argument of [
    '--demo',
    '--user-data-dir=/tmp/a',
    '--ozone-platform-hint=auto',
    '--force-renderer-accessibility',
    '/home/coach/file',
    'word',
    '--',
    '',
  ])
    expect(refused(argument), argument).toEqual([])
  expect(refused('-psn_0_12345', 'darwin')).toEqual([])
  expect(refused('-psn_0_12345')).toEqual(['psn_0_12345'])
  expect(refused('-Embedding', 'win32')).toEqual([])
  expect(refused('-Embedding')).toEqual(['embedding'])
  expect(refusedSwitches(['--no-sandbox'], 'linux', true)).toEqual([])
})
