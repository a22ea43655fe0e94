import { createMentee } from '../../shared/model/record/mentee'
import { PASSPHRASE } from '../e2e/steps/device'
import { writeVault } from '../e2e/steps/write-vault'

/** Writes a profile with many mentees straight into its sealed folder. */
export const writeBigCaseload = (profile: string, count: number) =>
  writeVault(profile, PASSPHRASE, count, (record, index) =>
    createMentee(record, { name: `José Núñez ${String(index).padStart(3, '0')}` }),
  )
