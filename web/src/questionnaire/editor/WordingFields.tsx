import type { Question } from '@rozeznanie/core/questionnaire'
import { useDeferredValue } from 'react'
import { TextAreaField } from '../../ui/TextAreaField.tsx'
import { InsertAnswer } from '../conditions/InsertAnswer.tsx'
import { useQuestionnaire } from '../draft/use-draft.ts'
import { questionField } from './element-ids.ts'
import { Fold } from './Fold.tsx'
import { PartProblems } from './PartProblems.tsx'
import { useChange, useEditor } from './use-editor.ts'
import { withPart } from './with-part.ts'

/** The words of a question: what is asked, a hint, and the easy-to-read wording. */
export function WordingFields({ question }: { readonly question: Question }) {
  const { store, t } = useEditor()
  const { key, text, help = '', easyText = '', type } = question
  const change = useChange(key)
  const isShown = type !== 'CALCULATED'
  const label = type === 'INFO' ? 'form.infoText' : type === 'CONSENT' ? 'form.consentText' : 'form.text'
  // Like the pickers of rules, it may lag behind typing.
  const questionnaire = useDeferredValue(useQuestionnaire(store))
  const insertInto = (name: 'text' | 'help' | 'easyText', value: string) => (
    <InsertAnswer
      questionnaire={questionnaire}
      place={{ kind: 'text', questionKey: key }}
      fieldName={questionField(key, name)}
      value={value}
      onChange={(next) => change((one) => ({ ...one, [name]: next }))}
    />
  )
  return (
    <div className="stack-tight">
      <TextAreaField
        name={questionField(key, 'text')}
        label={t(isShown ? label : 'form.calculatedName')}
        rows={2}
        value={text}
        onChange={(value) => change((one) => ({ ...one, text: value }), 'text')}
      />
      {isShown && insertInto('text', text)}
      <PartProblems target={`question:${key}`} only={['text']} />
      {isShown && (
        <Fold
          title={t('form.moreWords')}
          note={wordsNote([help && t('form.help'), easyText && t('form.easyShort')])}
        >
          <TextAreaField
            name={questionField(key, 'help')}
            label={t('form.help')}
            hint={t('form.helpHint')}
            rows={2}
            value={help}
            onChange={(value) => change((one) => withPart(one, 'help', value), 'help')}
          />
          {insertInto('help', help)}
          <TextAreaField
            name={questionField(key, 'easyText')}
            label={t('form.easy')}
            hint={t('form.easyHint')}
            rows={2}
            value={easyText}
            onChange={(value) => change((one) => withPart(one, 'easyText', value), 'easyText')}
          />
          {insertInto('easyText', easyText)}
        </Fold>
      )}
    </div>
  )
}

function wordsNote(set: readonly string[]): string {
  return set.filter((words) => words !== '').join(', ')
}
