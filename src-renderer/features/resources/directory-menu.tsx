/** The directory as a file: a program fills it in once, and each of its coaches takes it in. */
import { Menu } from '@mantine/core'
import { useState } from 'react'
import { directoryToCsv } from '../../../shared/exchange/directory'
import type { Resource } from '../../../shared/model/caseload/resource'
import { t } from '../../../shared/words/words'
import { host } from '../../context/app-state'
import { writeSentence } from '../../context/sentences'
import { MoreMenu } from '../../ui/more-menu'
import { offerNote } from '../../ui/undo'
import { DirectoryImport } from './directory-import'

export const DirectoryMenu = ({ all }: { readonly all: readonly Resource[] }) => {
  const [importing, setImporting] = useState(false)
  const save = async (): Promise<void> => {
    const saved = await host.files.save(t('directory.fileName'), directoryToCsv(all))
    if (!saved.ok) offerNote(writeSentence[saved.error])
    else if (saved.value) offerNote(t('directory.saved'))
  }
  return (
    <>
      <MoreMenu name={t('directory.menu')}>
        <Menu.Item onClick={() => setImporting(true)}>{t('directory.import')}</Menu.Item>
        <Menu.Item onClick={() => void save()}>{t('directory.save')}</Menu.Item>
      </MoreMenu>
      {importing && <DirectoryImport onClose={() => setImporting(false)} />}
    </>
  )
}
