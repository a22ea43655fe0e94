/**
 * Writes tests/fixtures/vault-<version>: run once for each released format, and keep every one of them.
 *   CONFIDANT_ELECTRON=… npx tsx tests/e2e/steps/make-fixture.ts 0.1.0
 */
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import {
  addGoal,
  addMentee,
  addReflection,
  createVault,
  expectSaved,
  launch,
  newNote,
  newProfile,
} from './device'

const [version = '0.0.0'] = process.argv.slice(2)
const profile = await newProfile()
const device = await launch(profile)
await createVault(device.page)
await addMentee(device.page, 'Fixture Mentee')
await newNote(
  device.page,
  [
    `# A heading`,
    `Written by version ${version}.`,
    `With **bold** and *slanted* words.`,
    `- A point`,
    `another`,
    ``,
    `[ ] To be done`,
    `also`,
    ``,
    `> Said by somebody`,
    ``,
    `1. First`,
    `second`,
  ].join('\n'),
)
await expectSaved(device.page)
await addGoal(device.page, `A goal from version ${version}`)
await addReflection(device.page, `A reflection from version ${version}`)
await device.quit()
for (const name of ['sealed', 'confidant.json'])
  await cp(join(profile, name), join('tests/fixtures', `vault-${version}`, name), {
    recursive: true,
  })
process.exit(0)
