/**
 * Fills the vault with the sample caseload, through the same commands as everything else. What it says is written in
 * shared/demo; here it becomes records that are marked as a sample, so that they can be taken away as one.
 */
import { addSampleCoaching } from '../../../shared/demo/coaching'
import {
  addSampleGroups,
  addSamplePaths,
  addSampleThoughts,
  addSampleWeeks,
  sampleCaseload,
} from '../../../shared/demo/sample-caseload'
import { markSample } from '../../../shared/model/caseload/sample'
import type { VaultSession } from '../session/vault-session'

export const fillSample = async (
  session: VaultSession,
  today: string,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<void> => {
  const weeks = (await session.runOnVault(addSampleWeeks, today)) ?? []
  const mentees = sampleCaseload(today)
  const records: Record<string, string> = {}
  // Marked from the start and again at the end: a sample that was interrupted can be removed, too.
  const mark = (more: {
    readonly groups?: readonly string[]
    readonly captures?: readonly string[]
    readonly snippets?: readonly string[]
    readonly dates?: readonly string[]
    readonly coaching?: readonly string[]
  }) =>
    session.runOnVault(markSample, {
      records: Object.values(records),
      weeks: weeks.map(({ id }) => id),
      groups: [...(more.groups ?? [])],
      captures: [...(more.captures ?? [])],
      snippets: [...(more.snippets ?? [])],
      dates: [...(more.dates ?? [])],
      coaching: [...(more.coaching ?? [])],
    })
  for (const { input } of mentees) {
    records[input.name] = await session.addMentee(input)
    await mark({})
  }
  const groups = (await session.runOnVault(addSampleGroups, { today, weeks, records })) ?? []
  await mark({ groups: groups.map(({ id }) => id) })
  for (const [index, { input, fill }] of mentees.entries()) {
    onProgress(index, mentees.length)
    const id = records[input.name] ?? ''
    await session.run(id, fill, { weeks, groups, id })
  }
  const thoughts = await session.runOnVault(addSampleThoughts, { today, records })
  const paths = await session.runOnVault(addSamplePaths, today)
  const coaching = await session.runOnVault(addSampleCoaching, today)
  await mark({ groups: groups.map(({ id }) => id), ...thoughts, ...paths, ...coaching })
}
