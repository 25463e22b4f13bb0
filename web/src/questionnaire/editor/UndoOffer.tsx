import { useEffect } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { turnBack, UNDO_BUTTON_ID } from './turn-back.ts'
import { useDesk, useEditor } from './use-editor.ts'

/** How long the offer stays, in milliseconds; undoing stays possible by its button and keys afterwards. */
const SHOWN_FOR = 20_000

/** „Usunięto pytanie. Cofnij” at the foot of the page. */
export function UndoOffer() {
  const editor = useEditor()
  const { desk, t } = editor
  const offer = useDesk((state) => state.offer)
  useEffect(() => {
    if (!offer) return
    const timer = setTimeout(() => desk.change({ offer: null }), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [desk, offer])
  return (
    <div className="undo-offer" role="status">
      {offer && (
        <div className="undo-offer__box" key={offer.number}>
          <span>{offer.text}</span>
          <button
            type="button"
            className="undo-offer__action"
            onClick={() => {
              turnBack(editor, false)
              desk.focus(UNDO_BUTTON_ID)
            }}
          >
            {t('undo')}
          </button>
          <button type="button" className="undo-offer__close" onClick={() => desk.change({ offer: null })}>
            <Icon name="close" label={t('offer.close')} />
          </button>
        </div>
      )}
    </div>
  )
}
