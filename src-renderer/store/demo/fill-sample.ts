/**
 * Fills the vault with the sample caseload, through the same commands as everything else. What it says is written in
 * shared/demo; here it becomes records that are marked as a sample, so that they can be taken away as one.
 */
import {
  addSampleGroups,
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
  const records: string[] = []
  const members: Record<string, string[]> = {}
  // Marked from the start and again at the end: a sample that was interrupted can be removed, too.
  const mark = (groups: readonly string[]) =>
    session.runOnVault(markSample, {
      records,
      weeks: weeks.map(({ id }) => id),
      groups: [...groups],
    })
  for (const [index, { input, fill }] of mentees.entries()) {
    onProgress(index, mentees.length)
    const id = await session.addMentee(input)
    records.push(id)
    await mark([])
    await session.run(id, fill, weeks)
    const group = input.reachGroup ?? ''
    members[group] = [...(members[group] ?? []), id]
  }
  await mark((await session.runOnVault(addSampleGroups, { today, weeks, members })) ?? [])
}
