/** Opens a message in the system's mail program: the one address outside of the app that is ever opened. */
import { shell } from 'electron'
import { type Mail, mailAddress } from '../../shared/bridge/mail'

/** Resolves to whether a program took it. */
export const openMail = async (mail: Mail): Promise<boolean> => {
  try {
    await shell.openExternal(mailAddress(mail))
    return true
  } catch {
    return false
  }
}
