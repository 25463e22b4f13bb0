import type { Question } from '@rozeznanie/core/questionnaire'
import { lazy, Suspense } from 'react'
import { fieldId } from '../../ui/field-ids.ts'
import { Loading } from '../../ui/Loading.tsx'
import { questionField } from './element-ids.ts'
import { Fold } from './Fold.tsx'
import { PartProblems } from './PartProblems.tsx'
import { useEditor } from './use-editor.ts'

const MeaningFields = lazy(async () => ({ default: (await import('./MeaningFields.tsx')).MeaningFields }))

/** What the answers are used for, and how careful one has to be with them. */
export function MeaningFold({ question }: { readonly question: Question }) {
  const { t } = useEditor()
  const { key, sensitivity = 'NONE', lpdiSections = [] } = question
  const note = [
    ...(sensitivity === 'NONE' ? [] : [t(`sensitivity.${sensitivity}.name`)]),
    ...(lpdiSections.length > 0 ? [t('meaning.sections', { sections: lpdiSections.join(', ') })] : []),
  ].join(' · ')
  return (
    <>
      <PartProblems target={`question:${key}`} only={['sensitivity']} />
      <Fold id={fieldId(questionField(key, 'meaning'))} title={t('meaning.title')} note={note}>
        <Suspense fallback={<Loading />}>
          <MeaningFields question={question} />
        </Suspense>
      </Fold>
    </>
  )
}
