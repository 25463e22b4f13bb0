import type { MatrixQuestion, MatrixRow } from '@rozeznanie/core/questionnaire'
import { questionField } from './element-ids.ts'
import { nextCode, stepped } from './list-items.ts'
import { ListEditor, type ListActions } from './ListEditor.tsx'
import { PartProblems } from './PartProblems.tsx'
import { pasteRows, settingRows } from './set-rows.ts'
import { SharedRows } from './SharedRows.tsx'
import { ToolButton } from './ToolButton.tsx'
import { type ChangeQuestion, useChange, useEditor } from './use-editor.ts'

const NONE: readonly MatrixRow[] = []

/** The rows of a table: the question's own, or those of a shared list. */
export function RowFields({ question }: { readonly question: MatrixQuestion }) {
  const { desk, t } = useEditor()
  const { key, rows = NONE, rowsList } = question
  const change = useChange(key)
  if (rowsList !== undefined && question.rows === undefined)
    return <SharedRows question={question} list={rowsList} />
  return (
    <>
      <ListEditor
        name={questionField(key, 'rows')}
        title={t('rows.title')}
        itemName={t('rows.item')}
        addLabel={t('rows.add')}
        items={rows.map((row) => ({ id: row.key, label: row.label, marks: [] }))}
        actions={rowActions(rows, change)}
      >
        <ToolButton icon="copy" onClick={() => desk.show({ kind: 'pasteRows', questionKey: key })}>
          {t('rows.paste')}
        </ToolButton>
      </ListEditor>
      <PartProblems target={`question:${key}`} only={['rows', 'rowsList', 'onlyRows']} />
    </>
  )
}

function rowActions(rows: readonly MatrixRow[], change: ChangeQuestion): ListActions {
  return {
    rename: (index, label) => {
      const row = rows[index]
      if (row) change(settingRows(rows.with(index, { ...row, label })), `rows.${row.key}.label`)
    },
    insert: (index) => {
      const key = nextCode(
        rows.map((row) => row.key),
        'r',
      )
      change(settingRows(rows.toSpliced(index, 0, { key, label: '' })))
      return key
    },
    remove: (index) => change(settingRows(rows.toSpliced(index, 1))),
    move: (index, step) => change(settingRows(stepped(rows, index, step))),
    paste: (index, text) => {
      const isEmpty = rows[index]?.label === ''
      const others = isEmpty ? rows.toSpliced(index, 1) : rows
      const pasted = pasteRows(text, others).filter(({ key }) => !others.some((own) => own.key === key))
      change(settingRows(others.toSpliced(isEmpty ? index : index + 1, 0, ...pasted)))
    },
  }
}
