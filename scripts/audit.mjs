/** Asks the registry for known vulnerabilities in what ships. Null: the registry does not answer that question here. */
import { spawnSync } from 'node:child_process'
import { root, say } from './setup.mjs'

export const auditDependencies = () => {
  const asked = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
    shell: process.platform === 'win32',
  })
  let counts
  try {
    counts = JSON.parse(asked.stdout)?.metadata?.vulnerabilities
  } catch {
    counts = undefined
  }
  if (counts === undefined) {
    say('the registry does not answer an audit here; it was left out.')
    return null
  }
  const grave = counts.high + counts.critical
  say(`known vulnerabilities in what ships: ${counts.total}, of them high or critical: ${grave}.`)
  return grave === 0
}
