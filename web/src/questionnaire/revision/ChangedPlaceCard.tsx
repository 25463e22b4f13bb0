import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { questionOf, sectionOf } from '@rozeznanie/core/questionnaire/editing'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { CrosswalkEditor } from '../conditions/CrosswalkEditor.tsx'
import { replaceable } from '../conditions/crosswalk-choices.ts'
import { editorPath } from '../questionnaire.paths.ts'
import type { ChangedPlace, RevisionChange } from './change-groups.ts'
import { ChangeItem } from './ChangeItem.tsx'
import { RenewQuestion } from './RenewQuestion.tsx'
import type { Remedies } from './use-remedies.ts'
import { WordDiff } from './WordDiff.tsx'

export interface Revision {
  readonly before: Questionnaire
  readonly after: Questionnaire
}

interface ChangedPlaceCardProps extends Revision {
  readonly place: ChangedPlace
  readonly remedies: Remedies
}

/** All changes of one weight at one place, and what can be done about them. */
export function ChangedPlaceCard({ before, after, place, remedies }: ChangedPlaceCardProps) {
  const { t } = useTranslation('revision')
  const { questionKey, sectionKey, changes, replaces } = place
  const question = questionKey === null ? null : questionOf(after, questionKey)
  const old = questionKey === null ? null : questionOf(before, questionKey)
  const section = sectionKey === null ? null : sectionOf(after, sectionKey)
  const title =
    (question ?? old)?.text.trim() || (section ? t('section', { title: section.title }) : t('whole'))
  const demands = changes.some(({ demandsNewKey }) => demandsNewKey)
  /** With one change only, both ways of settling it stand beside each other. */
  const isSettledTogether = demands && changes.length === 1
  return (
    <li className="changed-place" id={question ? placeId(question.key) : undefined} tabIndex={-1}>
      <div className="changed-place__head">
        <h3>{title}</h3>
        {question && (
          <Link to={editorPath(after.key, question.key)} aria-label={t('openNamed', { title })}>
            {t('openInEditor')}
          </Link>
        )}
      </div>
      {changes.map((change) => (
        <div
          key={`${change.kind} ${change.part} ${change.optionCode ?? ''}`}
          className="changed-place__change"
        >
          {replaces === null ? (
            <ChangeItem {...{ before, after, change }} />
          ) : (
            <Replacement {...{ before, after, change, replaces }} />
          )}
          {!isSettledTogether && (
            <RevertButton
              {...{ change, title }}
              onRevert={() =>
                replaces === null || question === null
                  ? remedies.revert(change)
                  : remedies.returnTo(question.key, replaces)
              }
            />
          )}
        </div>
      ))}
      {demands && old && question && (
        <div className="remedies">
          <p>{t('remedy.lead')}</p>
          {isSettledTogether &&
            changes.map((change) => (
              <RevertButton
                key={change.kind}
                {...{ change, title }}
                onRevert={() => remedies.revert(change)}
              />
            ))}
          <RenewQuestion
            old={old}
            now={question}
            onRenew={(isJoined) => remedies.renew(question.key, isJoined)}
          />
        </div>
      )}
      {question && changes.some(({ kind }) => kind === 'QUESTION_ADDED') && (
        <Joining {...{ before, after, remedies }} questionKey={question.key} isJoined={replaces !== null} />
      )}
    </li>
  )
}

/** The id of the card of a question, for links to it. */
export const placeId = (questionKey: string): string => `zmiana-${questionKey}`

interface RevertButtonProps {
  readonly change: RevisionChange
  readonly title: string
  readonly onRevert: () => void
}

function RevertButton({ change, title, onRevert }: RevertButtonProps) {
  const { t } = useTranslation('revision')
  return (
    <Button
      look={change.demandsNewKey ? 'secondary' : 'quiet'}
      label={t('remedy.revertNamed', { title: `${title}, ${change.message}` })}
      onClick={onRevert}
    >
      {t('remedy.revert')}
    </Button>
  )
}

interface ReplacementProps extends Revision {
  readonly change: RevisionChange
  readonly replaces: string
}

/** A new question in place of an old one whose answers are read across. */
function Replacement({ before, after, change, replaces }: ReplacementProps) {
  const { t } = useTranslation('revision')
  const old = questionOf(before, replaces)
  const now = questionOf(after, change.questionKey ?? '')
  return (
    <div className="change">
      <p className="change__message">{t('remedy.replaced')}</p>
      <WordDiff before={old?.text ?? null} after={now?.text ?? null} />
    </div>
  )
}

interface JoiningProps extends Revision {
  readonly questionKey: string
  readonly isJoined: boolean
  readonly remedies: Remedies
}

/** Says which old answers the answers to a new question stand for, where there is an old question to follow. */
function Joining({ before, after, questionKey, isJoined, remedies }: JoiningProps) {
  const { t } = useTranslation('revision')
  const question = questionOf(after, questionKey)
  if (question === null || (!isJoined && replaceable(before, after, question).length === 0)) return null
  return (
    <Disclosure
      key={String(isJoined)}
      summary={t(isJoined ? 'remedy.crosswalk' : 'remedy.crosswalkJoin')}
      isOpenAtFirst={isJoined}
    >
      <CrosswalkEditor
        {...{ before, after, questionKey }}
        crosswalk={remedies.crosswalkOf(questionKey)}
        onChange={(crosswalk) => remedies.relate(questionKey, crosswalk)}
      />
    </Disclosure>
  )
}
