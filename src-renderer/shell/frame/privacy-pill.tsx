/** The privacy screen's way out, for whoever does not know the key. Escape is no way out: it is pressed too easily. */
import { UnstyledButton } from '@mantine/core'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { commandOf } from '../../context/commands/list/all'
import { keycapsOf } from '../../context/commands/shortcuts'
import { togglePrivacy } from '../../context/privacy'

export const PrivacyPill = () => {
  const privacy = useApp((state) => state.privacy)
  return (
    <div role="status">
      {privacy && (
        <UnstyledButton
          className="privacy-pill"
          data-public
          // The caret stays in the text that is being written.
          onMouseDown={(event) => event.preventDefault()}
          onClick={togglePrivacy}
        >
          <span>{t('privacy.screenIsOn')}</span>
          <b>{t('privacy.showEverything')}</b>
          <kbd>{keycapsOf(commandOf('privacy'))}</kbd>
        </UnstyledButton>
      )}
    </div>
  )
}
