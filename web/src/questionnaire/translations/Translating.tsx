import {
  languagesOf,
  type Questionnaire,
  wordInLanguage,
  type Wording,
  wordingsIn,
} from '@rozeznanie/core/questionnaire'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { DraftStore } from '../draft/draft-store.ts'
import { nameOfLanguage } from '../language-names.ts'
import { LivePreview } from '../preview/LivePreview.tsx'
import { fixedWordings } from './fixed-wordings.ts'
import { WordingList } from './WordingList.tsx'

interface TranslatingProps {
  readonly store: DraftStore
  readonly questionnaire: Questionnaire
  readonly language: string
}

const isMissing = ({ wording }: Wording): boolean => wording === ''

/**
 * The texts in one language, missing ones first. A text stays where it stood when the page was opened, so that a field
 * does not run away from the person who fills it.
 */
export function Translating({ store, questionnaire, language }: TranslatingProps) {
  const { t } = useTranslation('translations')
  const wordings = useMemo(() => wordingsIn(questionnaire, language), [questionnaire, language])
  const [begunWith, setBegunWith] = useState(
    () => new Set(wordings.filter(isMissing).map(({ path }) => path)),
  )
  const [fixed] = useState(() => fixedWordings(questionnaire, language, wordings))
  const [isOnlyMissing, setOnlyMissing] = useState(false)
  const change = useCallback(
    (path: string, text: string) =>
      store.edit((draft) => wordInLanguage(draft, language, path, text), `translation.${language}.${path}`),
    [store, language],
  )
  const toDo = wordings.filter(({ path }) => begunWith.has(path))
  const ready = wordings.filter(({ path }) => !begunWith.has(path))
  const missing = wordings.filter(isMissing).length
  const lists = { questionnaire, language, fixed, onChange: change }
  return (
    <>
      <TranslationState {...{ questionnaire, language, missing }} total={wordings.length} />
      <div className="translation-filter">
        <CheckboxField
          name="onlyMissing"
          label={t('onlyMissing')}
          isChecked={isOnlyMissing}
          onChange={(isChecked) => {
            setOnlyMissing(isChecked)
            setBegunWith(new Set(wordings.filter(isMissing).map(({ path }) => path)))
          }}
        />
      </div>
      {toDo.length === 0 && <p>{t('allReady')}</p>}
      <WordingList title={t('toDo')} wordings={toDo} {...lists} />
      {!isOnlyMissing && <WordingList title={t('ready')} wordings={ready} {...lists} />}
    </>
  )
}

interface TranslationStateProps {
  readonly questionnaire: Questionnaire
  readonly language: string
  readonly missing: number
  readonly total: number
}

/** How far a language is, whether respondents can choose it, and how it looks to them. */
function TranslationState({ questionnaire, language, missing, total }: TranslationStateProps) {
  const { t } = useTranslation('translations')
  const [isShown, setShown] = useState(false)
  const isOffered = languagesOf(questionnaire).includes(language)
  const done = total - missing
  const title = t('previewTitle', { name: nameOfLanguage(language) })
  return (
    <div className="translation-state">
      <div>
        <p className="translation-state__done">
          {t('done', { done: formatCount(done), total: formatCount(total) })}
        </p>
        <progress value={done} max={Math.max(total, 1)} aria-label={t('title')} />
        <p className="muted">{t(isOffered ? 'offered' : 'notOffered')}</p>
      </div>
      {isOffered && (
        <Button look="secondary" onClick={() => setShown(true)}>
          {t('preview')}
        </Button>
      )}
      {isShown && (
        <Dialog
          title={title}
          onClose={() => setShown(false)}
          actions={
            <Button look="secondary" onClick={() => setShown(false)}>
              {t('close', { ns: 'ui' })}
            </Button>
          }
        >
          <LivePreview questionnaire={questionnaire} startLanguage={language} />
        </Dialog>
      )}
    </div>
  )
}
