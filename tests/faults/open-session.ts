/** One laptop with one vault, opened on a disk that lasts over its sessions, and mentees on it. */
import { pass, passing } from './fake-time'
import { type Faults, newDisk, newVault, openLaptop } from './laptop'

export const vault = await newVault()
export const device = 'd'.repeat(22)

export const open = async (disk = newDisk(), faults?: Faults) => {
  const laptop = await passing(
    openLaptop(disk, vault(), { device, ...(faults === undefined ? {} : { faults }) }),
  )
  if (laptop === undefined) throw new Error('the vault does not open')
  const mentee = async (name: string): Promise<string> => {
    const id = await passing(laptop.session.addMentee({ name }))
    if (id === undefined) throw new Error('no mentee')
    await pass(2000)
    return id
  }
  return { ...laptop, disk, mentee }
}
