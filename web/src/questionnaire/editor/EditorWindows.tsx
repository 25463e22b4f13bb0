import type { QuestionPlace } from '@rozeznanie/core/questionnaire/editing'
import { BankDialog } from '../bank/BankDialog.tsx'
import { CopyDialog } from '../bank/CopyDialog.tsx'
import { useQuestionnaire } from '../draft/use-draft.ts'
import { AddWindow } from './AddWindow.tsx'
import { HelpWindow } from './HelpWindow.tsx'
import { MoveWindow } from './MoveWindow.tsx'
import { PasteWindow } from './PasteWindow.tsx'
import { openQuestion } from './question-actions.ts'
import { TypeWindow } from './TypeWindow.tsx'
import { useDesk, useEditor } from './use-editor.ts'

/** The window over the page, if one is open. */
export function EditorWindows() {
  const window = useDesk((state) => state.window)
  switch (window?.kind) {
    case 'add':
      return <AddWindow place={window.place} />
    case 'bank':
      return <Source place={window.place} Window={BankDialog} />
    case 'copy':
      return <Source place={window.place} Window={CopyDialog} />
    case 'type':
      return <TypeWindow questionKey={window.questionKey} />
    case 'move':
      return <MoveWindow questionKey={window.questionKey} />
    case 'pasteOptions':
    case 'pasteRows':
      return <PasteWindow questionKey={window.questionKey} isRows={window.kind === 'pasteRows'} />
    case 'help':
      return <HelpWindow />
    case undefined:
      return null
  }
}

interface SourceProps {
  readonly place: QuestionPlace
  readonly Window: typeof BankDialog
}

/** A window that brings ready questions in; afterwards the first of them is open. */
function Source({ place, Window }: SourceProps) {
  const editor = useEditor()
  const { store, desk, t } = editor
  const questionnaire = useQuestionnaire(store)
  return (
    <Window
      questionnaire={questionnaire}
      place={place}
      onAdd={(next, keys) => {
        store.edit(next)
        desk.show(null)
        desk.say(t('said.brought', { count: keys.length }))
        const [first] = keys
        if (first !== undefined) openQuestion(editor, first)
      }}
      onClose={() => desk.show(null)}
    />
  )
}
