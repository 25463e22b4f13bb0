import { everyQuestion, parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { crosswalkDefects } from '@rozeznanie/core/questionnaire/revision'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { KeyFigures } from '../../ui/KeyFigures.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { crosswalkProblems } from '../conditions/crosswalk-choices.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import { useDraftState } from '../draft/use-draft.ts'
import { editorPath } from '../questionnaire.paths.ts'
import { type Blocker, Blockers } from './Blockers.tsx'
import { groupChanges, type RevisionChange, type WeightGroup } from './change-groups.ts'
import { ChangeGroup } from './ChangeGroup.tsx'
import { FirstVersion } from './FirstVersion.tsx'
import { PublishCard } from './PublishCard.tsx'
import { Published } from './Published.tsx'
import './revision.css'
import { usePublish } from './use-publish.ts'
import { type Remedies, useRemedies } from './use-remedies.ts'
import { withQuestions } from './with-questions.ts'

interface ChangesViewProps {
  readonly store: DraftStore
  readonly questionnaireId: string
  /** The newest published one. */
  readonly version: { readonly number: number; readonly document: unknown } | null
  readonly draft: {
    readonly document: unknown
    readonly hasChanges: boolean
    readonly changes: readonly RevisionChange[]
  }
  readonly isLoading: boolean
}

export function ChangesView({ store, questionnaireId, version, draft, isLoading }: ChangesViewProps) {
  const { t } = useTranslation('revision')
  const after = useMemo(() => parseQuestionnaire(draft.document), [draft.document])
  const before = useMemo(
    () => (version === null ? after : parseQuestionnaire(version.document)),
    [version, after],
  )
  const saving = useDraftState(store, (state) => state.saving)
  const blockers = useBlockers(store, before)
  const hintCount = useDraftState(
    store,
    ({ inspection }) => inspection?.problems.filter(({ gravity }) => gravity !== 'defect').length ?? 0,
  )
  const remedies = useRemedies(store, before)
  const { published, refusal, isBusy, publish } = usePublish(store, questionnaireId)
  const groups = useMemo(
    () => (version === null ? [] : groupChanges(draft.changes, after)),
    [version, draft.changes, after],
  )
  const number = (version?.number ?? 0) + 1
  const isChecking = isLoading || saving !== 'saved'

  if (published !== null && !draft.hasChanges)
    return <Published {...{ questionnaireId }} questionnaireKey={store.key} number={published} />
  if (version !== null && !draft.hasChanges && !isChecking)
    return <Unchanged questionnaireKey={store.key} number={version.number} />
  return (
    <div className="stack" aria-busy={isChecking || undefined}>
      <PublishCard
        questionnaire={after}
        number={number}
        toFix={isChecking ? null : (blockers?.length ?? null)}
        hintCount={hintCount}
        toDecide={draft.changes.filter(({ demandsNewKey }) => demandsNewKey).length}
        refusal={refusal}
        isBusy={isBusy}
        onPublish={() => void publish()}
      />
      <Done remedies={remedies} />
      <Blockers questionnaireKey={store.key} blockers={blockers ?? []} />
      {version === null ? <FirstVersion questionnaire={after} /> : <Summary groups={groups} />}
      {version !== null && groups.length === 0 && !isChecking && (
        <p>{t('onlyFacts', { number: version.number })}</p>
      )}
      {groups.map((group) => (
        <ChangeGroup key={group.weight} {...{ before, after, group, remedies }} />
      ))}
    </div>
  )
}

/** What keeps the draft from being published; null while it is being looked for. */
function useBlockers(store: DraftStore, before: Questionnaire): readonly Blocker[] | null {
  const inspection = useDraftState(store, (state) => state.inspection)
  const present = useDraftState(store, (state) => state.history?.present ?? null)
  return useMemo(() => {
    if (inspection === null || present === null) return null
    const defects = inspection.problems.filter(({ gravity }) => gravity === 'defect')
    return [...withQuestions(defects, present), ...crosswalkBlockers(before, present)]
  }, [inspection, present, before])
}

/** Crosswalks that leave an old answer without a new one, in words. */
function crosswalkBlockers(before: Questionnaire, present: Questionnaire): readonly Blocker[] {
  const wrong = new Set(crosswalkDefects(before, present).map(({ path }) => path.split('.')[0]))
  return everyQuestion(present).flatMap(({ key, text, crosswalk }) =>
    crosswalk && wrong.has(key)
      ? crosswalkProblems(before, present, [key, crosswalk]).map((message) => ({
          questionKey: key,
          message: `„${text}”: ${message}`,
          isHere: true,
        }))
      : [],
  )
}

function Unchanged({
  questionnaireKey,
  number,
}: {
  readonly questionnaireKey: string
  readonly number: number
}) {
  const { t } = useTranslation('revision')
  return (
    <EmptyState
      title={t('same', { number })}
      action={<LinkButton to={editorPath(questionnaireKey)}>{t('edit')}</LinkButton>}
    >
      <p>{t('sameText')}</p>
    </EmptyState>
  )
}

function Summary({ groups }: { readonly groups: readonly WeightGroup[] }) {
  const { t } = useTranslation('revision')
  if (groups.length === 0) return null
  return (
    <KeyFigures
      figures={groups.map(({ weight, count }) => ({
        label: t(`counts.${weight}`, { count }),
        value: formatCount(count),
      }))}
    />
  )
}

/** What was done last. The button that did it has gone with the change, so the focus comes here. */
function Done({ remedies: { deed, undo } }: { readonly remedies: Remedies }) {
  const { t } = useTranslation('revision')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (deed === null) return
    // A window that closes gives the focus back to its button first, and that goes away.
    const frame = requestAnimationFrame(() => box.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [deed])
  if (deed === null) return null
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="success" isAnnounced>
        <p>{t(`remedy.${deed.kind}`)}</p>
        <Button look="quiet" onClick={undo}>
          {t(deed.kind === 'reverted' ? 'remedy.undoRevert' : 'remedy.undo')}
        </Button>
      </Notice>
    </div>
  )
}
