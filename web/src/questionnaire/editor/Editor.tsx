import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Page } from '../../ui/Page.tsx'
import { ConflictDialog } from '../draft/ConflictDialog.tsx'
import { DraftNotices } from '../draft/DraftNotices.tsx'
import type { DraftStore } from '../draft/draft-store.ts'
import { SavedState } from '../draft/SavedState.tsx'
import { useDraftState } from '../draft/use-draft.ts'
import { LIBRARY_PATH, questionnairePath } from '../questionnaire.paths.ts'
import { Announcer } from './Announcer.tsx'
import { EditorActions } from './EditorActions.tsx'
import { EditorBody } from './EditorBody.tsx'
import { EditorDesk } from './editor-desk.ts'
import { EditorWindows } from './EditorWindows.tsx'
import './editor.css'
import { openQuestion } from './question-actions.ts'
import { UndoOffer } from './UndoOffer.tsx'
import { EditorContext, type Editor as EditorTools } from './use-editor.ts'
import { useFocusKeeper } from './use-focus-keeper.ts'
import { useShortcuts } from './use-shortcuts.ts'

/** The whole editor over a draft that has been loaded. `?pytanie=<key>` opens that question. */
export function Editor({ store }: { readonly store: DraftStore }) {
  const { t } = useTranslation('editor')
  const [desk] = useState(() => new EditorDesk())
  const [search] = useSearchParams()
  const editor = useMemo((): EditorTools => ({ store, desk, t }), [store, desk, t])
  const title = useDraftState(store, ({ history }) => history?.present.title ?? '')
  const wished = search.get('pytanie')

  useShortcuts(editor)
  useFocusKeeper(desk)
  useEffect(() => {
    if (wished) openQuestion(editor, wished)
  }, [editor, wished])

  return (
    <EditorContext value={editor}>
      <div className="editor">
        <Page
          title={t('title', { title: title || t('untitledQuestionnaire') })}
          crumbLabel={t('crumb')}
          crumbs={[
            { label: t('library'), to: LIBRARY_PATH },
            { label: title || t('untitledQuestionnaire'), to: questionnairePath(store.key) },
          ]}
          lead={<SavedState store={store} />}
          actions={<EditorActions />}
        >
          <DraftNotices store={store} />
          <EditorBody />
        </Page>
        <EditorWindows />
        <UndoOffer />
        <Announcer />
        <ConflictDialog store={store} />
      </div>
    </EditorContext>
  )
}
