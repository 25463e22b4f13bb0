import { isExclusive, type Option, type Question } from '@rozeznanie/core/questionnaire'
import { pasteOptions } from '@rozeznanie/core/questionnaire/editing'
import type { TFunction } from 'i18next'
import { questionField } from './element-ids.ts'
import { type ListItem, nextCode, stepped } from './list-items.ts'
import { ListEditor, type ListActions } from './ListEditor.tsx'
import { OptionSettings } from './OptionSettings.tsx'
import { PartProblems } from './PartProblems.tsx'
import { ReadyOptions } from './ReadyOptions.tsx'
import { settingOptions, withReady } from './set-options.ts'
import { SharedOptions } from './SharedOptions.tsx'
import { ToolButton } from './ToolButton.tsx'
import { type ChangeQuestion, useChange, useEditor } from './use-editor.ts'

type WithOptions = Extract<Question, { readonly options?: readonly Option[] }>

const NONE: readonly Option[] = []

/** The answers to choose from: the question's own, or those of a shared list. */
export function OptionFields({ question }: { readonly question: WithOptions }) {
  const { desk, t } = useEditor()
  const { key, list, options = NONE } = question
  const change = useChange(key)
  const isMultiple = question.type === 'MULTI' || question.type === 'MATRIX_MULTI'
  if (list !== undefined && question.options === undefined)
    return <SharedOptions question={question} list={list} />
  return (
    <>
      <ListEditor
        name={questionField(key, 'options')}
        title={t(question.type.startsWith('MATRIX') ? 'options.columns' : 'options.title')}
        itemName={t('options.item')}
        addLabel={t('options.add')}
        items={options.map((option) => asItem(option, isMultiple, t))}
        actions={optionActions(options, change)}
        settings={(index) => {
          const option = options[index]
          return (
            option && (
              <OptionSettings
                question={question}
                option={option}
                onChange={(next, part) => change(settingOptions(options.with(index, next)), part)}
              />
            )
          )
        }}
      >
        <ToolButton icon="copy" onClick={() => desk.show({ kind: 'pasteOptions', questionKey: key })}>
          {t('options.paste')}
        </ToolButton>
      </ListEditor>
      <ReadyOptions
        question={question}
        onAdd={(option) => change(settingOptions(withReady(options, option)))}
      />
      <PartProblems target={`question:${key}`} only={['options', 'only', 'list']} />
    </>
  )
}

function asItem(option: Option, isMultiple: boolean, t: TFunction<'editor'>): ListItem {
  const marks = [
    ...(option.allowsText ? [t('options.withText')] : []),
    ...(isMultiple && isExclusive(option) ? [t('options.exclusiveMark')] : []),
    ...(option.value === undefined ? [] : [t('options.valueMark', { value: option.value })]),
  ]
  return { id: option.code, label: option.label, marks }
}

function optionActions(options: readonly Option[], change: ChangeQuestion): ListActions {
  return {
    rename: (index, label) => {
      const option = options[index]
      if (option)
        change(settingOptions(options.with(index, { ...option, label })), `options.${option.code}.label`)
    },
    insert: (index) => {
      const code = nextCode(options.map((option) => option.code))
      change(settingOptions(options.toSpliced(index, 0, { code, label: '' })))
      return code
    },
    remove: (index) => change(settingOptions(options.toSpliced(index, 1))),
    move: (index, step) => change(settingOptions(stepped(options, index, step))),
    paste: (index, text) => {
      const isEmpty = options[index]?.label === ''
      const others = isEmpty ? options.toSpliced(index, 1) : options
      const pasted = pasteOptions(text, others).filter(({ code }) => !others.some((own) => own.code === code))
      change(settingOptions(others.toSpliced(isEmpty ? index : index + 1, 0, ...pasted)))
    },
  }
}
